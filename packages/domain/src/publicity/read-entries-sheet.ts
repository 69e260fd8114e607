import { cleanText } from "../articles/document/clean-text.ts";
import {
  cellText,
  columnLetters,
  emptyCell,
  looksLikeFormula,
  type SheetCell,
  type SheetRow,
} from "../kernel/sheet-cell.ts";
import { masked, personalNumberIn } from "../tenancy/people-import/personal-number.ts";
import { entryProblems, type DraftProblem, type PublicityEntry } from "./publicity-draft.ts";
import type { PublicityColumn, PublicityTemplate } from "./publicity-template.ts";

/** Rows in which the headings are looked for: a title and a line of instructions may stand above them. */
export const entryHeadingRowsMax = 10;

/** One thing that keeps a file from being taken in: where it stands in the file, and why. */
export type EntryFileProblem = {
  /** As Excel counts. */
  rowNo: number;
  /** The column's letter. */
  column: string;
  /** The column's heading in the file; empty for a column without one. */
  header: string;
  /** What was typed, numbers of persons masked; empty where nothing was. */
  typed: string;
  reason:
    | DraftProblem["problem"]
    | "formula"
    | "formulaLike"
    | "cellError"
    | "columnUnknown"
    | "columnTwice"
    | "headingMissing";
};

export type EntriesFile = {
  rowsTotal: number;
  problems: readonly EntryFileProblem[];
  /** The people of the file, in its order; empty as soon as anything in it is wrong. */
  entries: readonly PublicityEntry[];
};

type Headings = { rowNo: number; cells: readonly SheetCell[]; columns: readonly (PublicityColumn | null)[] };

/** A heading without blanks, width, case, and the asterisk of the template. */
function bareHeading(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\s*:]/gu, "");
}

/** A sheet's running number is nobody's datum; it is passed over. */
const runningNumberHeadings: ReadonlySet<string> = new Set(["序号", "编号", "no", "no."]);
const runningNumber = /^\d{1,4}$/u;

function wordsOf(cell: SheetCell): string {
  return cleanText(cellText(cell)).replaceAll(/\s+/gu, " ").trim();
}

function isBlank(cell: SheetCell): boolean {
  return cell.kind !== "formula" && cell.kind !== "error" && wordsOf(cell) === "";
}

function readHeadings({ rowNo, cells }: SheetRow, columns: readonly PublicityColumn[]): Headings {
  const taken = new Set<string>();
  const found = cells.map((cell) => {
    const heading = bareHeading(wordsOf(cell));
    const column = columns.find(({ key, label }) => bareHeading(label) === heading && !taken.has(key)) ?? null;
    if (column) taken.add(column.key);
    return column;
  });
  return { rowNo, cells, columns: found };
}

/** The first row that heads most of the template's columns; `missing` names the required ones the sheet lacks. */
export function findEntryHeadings(
  rows: readonly SheetRow[],
  { columns }: Pick<PublicityTemplate, "columns">,
): { headings: Headings | null; missing: readonly string[] } {
  const lackOf = (found: readonly (PublicityColumn | null)[]) =>
    columns.filter((column) => column.required && !found.includes(column)).map(({ label }) => label);
  for (const row of rows.slice(0, entryHeadingRowsMax)) {
    const headings = readHeadings(row, columns);
    if (headings.columns.filter((column) => column !== null).length < Math.min(2, columns.length)) continue;
    return { headings, missing: lackOf(headings.columns) };
  }
  return { headings: null, missing: lackOf([]) };
}

/** The rows of people below the headings. */
export function entryRows(rows: readonly SheetRow[], headings: Headings): SheetRow[] {
  return rows.filter(({ rowNo, cells }) => rowNo > headings.rowNo && cells.some((cell) => !isBlank(cell)));
}

/**
 * Judges a sheet of entries under a template: every cell that is wrong is named once, and columns the template does not have
 * are refused, whatever they hold. A file with anything wrong yields no entries at all: half a list is a wrong list.
 */
export function readEntriesSheet(
  people: readonly SheetRow[],
  headings: Headings,
  template: Pick<PublicityTemplate, "columns">,
  yearNow: number,
): EntriesFile {
  const entries = people.map((row) => entryOf(row, headings));
  const placeOf = (key: string): { column: string; header: string } => {
    const index = headings.columns.findIndex((column) => column?.key === key);
    const { label = "" } = template.columns.find((column) => column.key === key) ?? {};
    return { column: index === -1 ? "" : columnLetters(index), header: label };
  };
  const unread = people.flatMap((row) => unreadableCells(row, headings));
  const told = new Set(unread.map(({ rowNo, column }) => `${rowNo} ${column}`));
  // A number of somebody's is said before a length: what is told of it is masked.
  const found = entryProblems(entries, template, yearNow).toSorted(
    (a, b) => Number(harmless.has(a.problem)) - Number(harmless.has(b.problem)),
  );
  const judged = found.flatMap(({ row, column: key, problem }) => {
    const place = placeOf(key);
    const rowNo = people[row - 1]?.rowNo ?? 0;
    // One thing wrong with a cell is enough to mend it.
    const cell = `${rowNo} ${place.column}`;
    if (told.has(cell)) return [];
    told.add(cell);
    return [{ rowNo, ...place, typed: shown(entries[row - 1]?.[key] ?? "", problem), reason: problem }];
  });
  const problems = [...foreignColumns(people, headings), ...unread, ...judged].toSorted(byPlace);
  return { rowsTotal: people.length, problems, entries: problems.length > 0 ? [] : entries };
}

function entryOf({ cells }: SheetRow, headings: Headings): PublicityEntry {
  return Object.fromEntries(
    headings.columns.flatMap((column, index) =>
      column ? [[column.key, wordsOf(cells[index] ?? emptyCell)] as const] : [],
    ),
  );
}

function byPlace(a: EntryFileProblem, b: EntryFileProblem): number {
  return a.rowNo - b.rowNo || a.column.length - b.column.length || (a.column < b.column ? -1 : 1);
}

/** Problems of the words themselves, which may be shown; all the others are about numbers and places of persons. */
const harmless: ReadonlySet<EntryFileProblem["reason"]> = new Set(["missing", "tooLong", "twice"]);

const shownCharsMax = 40;

function shown(text: string, reason: EntryFileProblem["reason"]): string {
  const part = Array.from(text).slice(0, shownCharsMax).join("");
  return harmless.has(reason) ? part : masked(part);
}

/** Why no words can be taken from a cell: a formula, an error, or a number so long that Excel kept no exact figures. */
function unreadable(cell: SheetCell): EntryFileProblem["reason"] | null {
  if (cell.kind === "formula") return "formula";
  if (cell.kind === "error") return "cellError";
  if (looksLikeFormula(wordsOf(cell))) return "formulaLike";
  return cell.kind === "number" ? personalNumberIn(cell) : null;
}

function unreadableCells({ rowNo, cells }: SheetRow, headings: Headings): EntryFileProblem[] {
  return headings.columns.flatMap((column, index): EntryFileProblem[] => {
    const cell = cells[index] ?? emptyCell;
    const reason = column && unreadable(cell);
    if (!column || !reason) return [];
    return [{ rowNo, column: columnLetters(index), header: column.label, typed: shown(wordsOf(cell), reason), reason }];
  });
}

/** Columns the template does not have. What stands in them is named by its heading and shown to nobody. */
function foreignColumns(people: readonly SheetRow[], { rowNo, cells, columns }: Headings): EntryFileProblem[] {
  const width = Math.max(cells.length, ...people.map((row) => row.cells.length));
  return Array.from({ length: width }, (_, index) => index).flatMap((index) => {
    if (columns[index]) return [];
    const text = wordsOf(cells[index] ?? emptyCell);
    const below = people.map((row) => row.cells[index] ?? emptyCell).filter((cell) => !isBlank(cell));
    const heading = bareHeading(text);
    if (heading === "" && below.length === 0) return [];
    if (runningNumberHeadings.has(heading) && below.every((cell) => runningNumber.test(wordsOf(cell)))) return [];
    const isSecond = columns.some((column) => column !== null && bareHeading(column.label) === heading);
    const reason = heading === "" ? "headingMissing" : isSecond ? "columnTwice" : "columnUnknown";
    return [{ rowNo, column: columnLetters(index), header: text.slice(0, shownCharsMax), typed: "", reason } as const];
  });
}
