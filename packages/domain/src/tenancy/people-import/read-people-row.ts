import { z } from "zod";
import {
  cellText,
  columnLetters,
  emptyCell,
  looksLikeFormula,
  type SheetCell,
  type SheetRow,
} from "../../kernel/sheet-cell.ts";
import { normaliseLoginName } from "../account-inputs.ts";
import { loginNameSchema } from "../login-name.ts";
import type { BranchRole } from "../roles.ts";
import type { Headings } from "./find-headings.ts";
import {
  bareWord,
  collegeRoleWords,
  openEndWords,
  peopleColumns,
  peopleFields,
  roleWords,
  type PeopleField,
} from "./people-columns.ts";
import type { FieldPlaces, ProblemReason, ReadRow, RowProblem, TypedRow } from "./people-row.ts";
import { masked, personalNumberIn } from "./personal-number.ts";
import { isLikelyDay, readDay } from "./read-day.ts";

export type KnownBranch = { tenantId: string; slug: string; name: string; shortName: string; archived: boolean };

/** Branches by everything people call them. */
export type BranchWords = ReadonlyMap<string, readonly KnownBranch[]>;

export function branchWords(branches: readonly KnownBranch[]): BranchWords {
  const words = branches.flatMap((branch) =>
    [...new Set([branch.name, branch.shortName, branch.slug].map(bareWord))].map((word) => ({ word, branch })),
  );
  return new Map(
    [...Map.groupBy(words, ({ word }) => word)].map(([word, all]) => [word, all.map(({ branch }) => branch)]),
  );
}

export type RowReading = { headings: Headings; branches: BranchWords; today: string };

const roleOfWord = new Map(
  // The table's keys are the roles.
  (Object.entries(roleWords) as [BranchRole, readonly string[]][]).flatMap(([role, words]) =>
    words.map((word) => [bareWord(word), role] as const),
  ),
);
const collegeRoles = new Set(collegeRoleWords.map(bareWord));
const openEnds = new Set(openEndWords.map(bareWord));

/** Letters of any script with the signs names are written with: 阿卜杜拉·买买提, Anna-Maria. */
const personName = /^\p{L}[\p{L}\p{M}·•.'’ -]*$/u;
const emailSchema = z.email().max(peopleColumns.email.charsMax);

/** Where each field stands in this file; a column that is not there keeps the template's letter. */
export function placesOf({ columns }: Headings): FieldPlaces {
  const place = (field: PeopleField, index: number) => {
    const found = columns.indexOf(field);
    return { column: columnLetters(found === -1 ? index : found), header: peopleColumns[field].header };
  };
  // One entry for each field.
  return Object.fromEntries(peopleFields.map((field, index) => [field, place(field, index)])) as FieldPlaces;
}

/** Reads one row by itself: every cell that is wrong is named, not only the first. */
export function readPeopleRow({ rowNo, cells }: SheetRow, { headings, branches, today }: RowReading): ReadRow {
  const places = placesOf(headings);
  const problems: RowProblem[] = [];
  const report = (field: PeopleField, reason: ProblemReason, params: RowProblem["params"] = {}): null => {
    problems.push({ ...places[field], reason, params });
    return null;
  };
  const cellOf = (field: PeopleField): SheetCell => cells[headings.columns.indexOf(field)] ?? emptyCell;

  /** The cell when nothing about it is wrong whatever the field; `null` when it is reported or empty. */
  const sound = (field: PeopleField): SheetCell | null => {
    const cell = cellOf(field);
    const { required, charsMax } = peopleColumns[field];
    const text = cellText(cell);
    if (cell.kind === "formula") return report(field, "formula");
    if (cell.kind === "error") return report(field, "cellError");
    if (text === "") return required ? report(field, "missing") : null;
    const personal = field === "startsOn" || field === "endsOn" ? null : personalNumberIn(cell);
    if (personal) return report(field, personal);
    if (looksLikeFormula(text)) return report(field, "formulaLike");
    return Array.from(text).length > charsMax ? report(field, "tooLong", { max: charsMax }) : cell;
  };
  const wordsOf = (field: PeopleField): string | null => {
    const cell = sound(field);
    return cell && cellText(cell);
  };

  const displayName = readName(wordsOf("displayName"), report);
  const loginName = readLoginName(wordsOf("loginName"), report);
  const email = readEmail(wordsOf("email"), report);
  const tenantId = readBranch(wordsOf("branch"), branches, report);
  const role = readRole(wordsOf("role"), report);
  const startsOn = readDayOf("startsOn", sound("startsOn"), report);
  const endCell = sound("endsOn");
  const openEnd = endCell === null || openEnds.has(bareWord(cellText(endCell)));
  const endsOn = openEnd ? null : readDayOf("endsOn", endCell, report);
  if (endsOn !== null && startsOn !== null && endsOn < startsOn) report("endsOn", "endsBeforeStart", { startsOn });
  else if (endsOn !== null && endsOn < today) report("endsOn", "endsInPast", { endsOn });
  reportUnreadNumbers(cells, headings, problems);

  const whole = displayName !== null && tenantId !== null && role !== null && startsOn !== null;
  const row =
    whole && problems.length === 0 ? { displayName, loginName, email, tenantId, role, startsOn, endsOn } : null;
  return { rowNo, typed: typedOf(cellOf), row, problems };
}

type Report = (field: PeopleField, reason: ProblemReason, params?: RowProblem["params"]) => null;

function readName(text: string | null, report: Report): string | null {
  if (text === null) return null;
  // A blank between two characters is there to line names up: 张 三.
  const name = text.normalize("NFC").replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, "");
  return personName.test(name) && name.length > 1 ? name : report("displayName", "nameOdd");
}

function readLoginName(text: string | null, report: Report): string | null {
  if (text === null) return null;
  const parsed = loginNameSchema.safeParse(normaliseLoginName(text));
  return parsed.success ? parsed.data : report("loginName", "loginNameOdd");
}

function readEmail(text: string | null, report: Report): string | null {
  if (text === null) return null;
  const parsed = emailSchema.safeParse(text.normalize("NFKC").toLowerCase());
  return parsed.success ? parsed.data : report("email", "emailOdd");
}

function readBranch(text: string | null, branches: BranchWords, report: Report): string | null {
  if (text === null) return null;
  const [branch, ...others] = branches.get(bareWord(text)) ?? [];
  if (!branch) return report("branch", "branchUnknown", { typed: text });
  if (others.length > 0) return report("branch", "branchAmbiguous", { typed: text, slug: branch.slug });
  return branch.archived ? report("branch", "branchArchived", { typed: text }) : branch.tenantId;
}

function readRole(text: string | null, report: Report): BranchRole | null {
  if (text === null) return null;
  const word = bareWord(text);
  const reason = collegeRoles.has(word) ? "roleOfCollege" : "roleUnknown";
  return roleOfWord.get(word) ?? report("role", reason, { typed: text });
}

function readDayOf(field: "startsOn" | "endsOn", cell: SheetCell | null, report: Report): string | null {
  if (cell === null) return null;
  const day = readDay(cell);
  if (day === null) return report(field, "dayUnreadable", { typed: cellText(cell) });
  return isLikelyDay(day) ? day : report(field, "dayUnlikely", { typed: day });
}

/** Columns that are not read may hold what must not travel at all. */
function reportUnreadNumbers(cells: readonly SheetCell[], { columns }: Headings, problems: RowProblem[]): void {
  for (const [index, cell] of cells.entries()) {
    if (cell.kind === "empty" || (columns[index] ?? null) !== null) continue;
    const personal = personalNumberIn(cell);
    if (personal) problems.push({ column: columnLetters(index), header: "", reason: personal, params: {} });
  }
}

function typedOf(cellOf: (field: PeopleField) => SheetCell): TypedRow {
  const typed = (field: PeopleField): string => {
    const cell = cellOf(field);
    const isDay = field === "startsOn" || field === "endsOn";
    const text = isDay ? (readDay(cell) ?? cellText(cell)) : cellText(cell);
    return (personalNumberIn(cell) && !(isDay && readDay(cell)) ? masked(text) : text).slice(0, 80);
  };
  // One entry for each field.
  return Object.fromEntries(peopleFields.map((field) => [field, typed(field)])) as TypedRow;
}
