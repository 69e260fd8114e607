import { checkedLine, type CheckedLine } from "../checked-line.ts";
import { findSecrecyMarks } from "../secrecy-marks.ts";
import { textDetectors } from "../text-detectors.ts";
import type { FileFindingKind } from "./file-reading.ts";

/** A find in a line of a file: its kind, and what to search the file for. */
export type LineFind = { readonly kind: FileFindingKind; readonly hint: string };

const byDetector: Readonly<Record<string, FileFindingKind>> = {
  "personal.idNumber": "idNumber",
  "personal.oldIdNumber": "oldIdNumber",
  "personal.bankCard": "bankCard",
  "personal.mobile": "mobile",
  "personal.studentNumber": "studentNumber",
  "personal.email": "email",
};

/** Lines that say whom to turn to, or where people meet: their address and mailbox are an office's. */
const officeLine = /联系|受理|监督|举报|反映|咨询|来信|来访|来电|邮寄|办公|地点|主办|承办/u;

const birthWord = /出生|生日|生于|年生(?!源)/u;
const birthDay = /(?<!\d)(?:19|20)\d{2}(?:\s?[年./-]\s?\d{1,2}|(?:0[1-9]|1[0-2])(?:\d{2})?(?!\d))/u;
const homeWord = /住址|家庭地址|通讯地址|通信地址|现住|户籍地|户口所在地/u;
const labelledHome = new RegExp(`(?:${homeWord.source})[^\\p{Script=Han}]{0,4}\\p{Script=Han}{3,}`, "u");
const houseNumber = /(?:路|街|大道|巷|弄|小区|花园|公寓|宿舍).{0,8}\d+\s?(?:号|栋|幢|单元|室)/u;
const phoneLabel = /电话|手机|联系方式/u;
const landline = /^\D{0,6}\(?0\d{2,3}\)?[-\s]?\d{7,8}\D{0,6}$/u;
/** An enrolment year and a serial number, alone in a cell, as student numbers look when nobody labels them. */
const bareStudentNumber = /^[A-Za-z]?20[0-4]\d{6,9}$/u;

/** The figures at either end stay, so that whoever mends the file can search for them. */
function starred(value: string, { head, tail }: { head: number; tail: number }): string {
  return value.length <= head + tail
    ? value
    : `${value.slice(0, head)}${"*".repeat(value.length - head - tail)}${value.slice(-tail)}`;
}

function byDetectors(line: CheckedLine): LineFind[] {
  return textDetectors.flatMap((detector) => {
    const kind = byDetector[detector.kind];
    const { shown } = detector;
    if (kind === undefined || shown === undefined) return [];
    return detector.find(line).map(({ value }) => ({ kind, hint: starred(value, shown) }));
  });
}

/** What words and layout give away; a find of a kind tells all there is, and there is no number to search for. */
function byWords(plain: string, labels: readonly string[], isCell: boolean): LineFind[] {
  const labelled = (word: RegExp) => labels.some((label) => word.test(label));
  const found = (kind: FileFindingKind, isThere: boolean) => (isThere ? [{ kind, hint: "" }] : []);
  return [
    ...found("birthDate", birthDay.test(plain) && (birthWord.test(plain) || labelled(birthWord))),
    ...found(
      "address",
      houseNumber.test(plain) || labelledHome.test(plain) || (labelled(homeWord) && /\p{Script=Han}{4,}/u.test(plain)),
    ),
    ...found("phone", isCell && labelled(phoneLabel) && landline.test(plain)),
    ...found("studentNumber", isCell && bareStudentNumber.test(plain.replaceAll(/[\s-]/gu, ""))),
  ];
}

/**
 * Everything in a line (a paragraph, a cell) of a file that must not be published.
 * @param labels what the headings of a table call a cell; `null` for words outside of tables.
 */
export function findInLine(text: string, labels: readonly string[] | null = null): LineFind[] {
  if (text.trim() === "") return [];
  const line = checkedLine(text, (from, to) => ({ field: "title", from, to }), { labels: labels ?? [] });
  const plain = line.normal.text.trim();
  const isOffice = officeLine.test(plain) || (labels ?? []).some((label) => officeLine.test(label));
  const numbers = byDetectors(line);
  const words = byWords(plain, labels ?? [], labels !== null).filter(
    ({ kind }) => kind !== "studentNumber" || !numbers.some((each) => each.kind === "studentNumber"),
  );
  const marks = findSecrecyMarks(line).map(({ value }): LineFind => ({
    kind: "secrecyMark",
    hint: value.slice(0, 20),
  }));
  return [...numbers, ...words, ...marks].filter(({ kind }) => !isOffice || !(kind === "email" || kind === "address"));
}
