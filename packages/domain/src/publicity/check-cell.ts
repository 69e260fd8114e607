import { checkedLine } from "../checks/checked-line.ts";
import { normaliseText } from "../checks/normalise-text.ts";
import { textDetectors } from "../checks/text-detectors.ts";
import type { PublicityColumn } from "./publicity-template.ts";

/** Why a cell may not be published; keys under `errors.publicity.cell.`. Each of them stops the list (DOMAIN §3). */
export type CellProblem =
  | "missing"
  | "tooLong"
  | "idNumber"
  | "bankCard"
  | "mobile"
  | "phone"
  | "email"
  | "studentNumber"
  | "birthDate"
  | "address"
  | "figuresInName"
  | "longNumber";

/** What the checks of articles call a number, and what it is called here, where none of them may be waived. */
const byDetector: Readonly<Record<string, CellProblem>> = {
  "personal.idNumber": "idNumber",
  "personal.oldIdNumber": "idNumber",
  "personal.bankCard": "bankCard",
  "personal.mobile": "mobile",
  "personal.studentNumber": "studentNumber",
  "personal.email": "email",
};

/** Columns that hold words, in which a number of more than four figures can only be somebody's. */
const wordKinds: ReadonlySet<PublicityColumn["kind"]> = new Set(["unit", "grade", "major"]);

/** Nobody who joins the Party was born later than eighteen years ago; dates of the last years are meetings and awards. */
const birthYearsAgoMin = 15;
const dates = /(?<![\d/])(19\d{2}|20\d{2})(?:\s?[年./-]\s?(\d{1,2})\s?[月./-]\s?(\d{1,2})|(\d{2})(\d{2}))(?![\d/])/gu;
const birthWords = /出生|生日|生于|年生/u;

/** An enrolment year and a serial number, alone in the cell, as student numbers look when nobody labels them. */
const bareStudentNumber = /^[A-Za-z]?(20\d{2})\d{5,8}$/u;

const landline = /(?<![\dA-Za-z/.])0\d{2,3}[-\s]?\d{7,8}(?!\d)/u;
const address =
  /(?:省|自治区|市|县|区|镇|乡).{0,20}(?:路|街|大道|巷|弄|村|庄|胡同|小区|新村|花园)|(?:路|街|大道|巷|弄|小区|花园|公寓|宿舍).{0,8}\d+\s?(?:号|栋|幢|单元|室)/u;

function hasBirthDate(text: string, yearNow: number): boolean {
  if (birthWords.test(text) && /\d/u.test(text)) return true;
  return Array.from(text.matchAll(dates)).some(([, year = "", month, day, monthDigits, dayDigits]) => {
    const [m, d] = [Number(month ?? monthDigits), Number(day ?? dayDigits)];
    return m >= 1 && m <= 12 && d >= 1 && d <= 31 && Number(year) <= yearNow - birthYearsAgoMin;
  });
}

function isBareStudentNumber(text: string, yearNow: number): boolean {
  const [, year] = bareStudentNumber.exec(text.replaceAll(/[\s-]/gu, "")) ?? [];
  return year !== undefined && Number(year) <= yearNow;
}

/**
 * Everything that keeps a cell from being published. Full-width, circled and spaced figures count as figures.
 * @param yearNow the year in Asia/Shanghai, which tells dates of birth from dates of events.
 */
export function cellProblems(text: string, column: PublicityColumn, yearNow: number): CellProblem[] {
  const trimmed = text.trim();
  if (trimmed === "") return column.required ? ["missing"] : [];
  const problems = new Set<CellProblem>();
  if (Array.from(trimmed).length > column.lengthMax) problems.add("tooLong");
  const line = checkedLine(trimmed, (from, to) => ({ field: "title", from, to }), { labels: [column.label] });
  for (const detector of textDetectors) {
    const problem = byDetector[detector.kind];
    if (problem !== undefined && detector.find(line).length > 0) problems.add(problem);
  }
  const plain = normaliseText(trimmed).text;
  const joined = plain.replaceAll(/(?<=\d)[\s.\-_·•・]+(?=\d)/gu, "");
  if (isBareStudentNumber(plain, yearNow)) problems.add("studentNumber");
  if (landline.test(plain)) problems.add("phone");
  if (address.test(plain)) problems.add("address");
  if (hasBirthDate(plain, yearNow)) problems.add("birthDate");
  if (column.kind === "name" && /\p{N}/u.test(plain)) problems.add("figuresInName");
  if (wordKinds.has(column.kind) && /\d{5,}/u.test(joined)) problems.add("longNumber");
  return [...problems];
}
