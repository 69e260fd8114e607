import { cellText, type SheetRow } from "../../kernel/sheet-cell.ts";
import { bareWord, peopleColumns, peopleFields, type PeopleField } from "./people-columns.ts";

/** Rows in which the headings are looked for: a title and a line of instructions may stand above them. */
export const headingRowsMax = 10;

/** Which field each column holds, `null` for columns that are not read. */
export type Headings = { rowNo: number; columns: readonly (PeopleField | null)[]; unread: readonly string[] };

const words = new Map(
  peopleFields.flatMap((field) =>
    [peopleColumns[field].header, ...peopleColumns[field].also].map((word) => [bareWord(word), field] as const),
  ),
);

/** The first row that heads at least two of our columns; `missing` names the required ones it lacks. */
export function findHeadings(rows: readonly SheetRow[]): { headings: Headings | null; missing: readonly string[] } {
  for (const row of rows.slice(0, headingRowsMax)) {
    const headings = readHeadings(row);
    const found = new Set(headings.columns.filter((field) => field !== null));
    if (found.size < 2) continue;
    const missing = peopleFields.filter((field) => peopleColumns[field].required && !found.has(field));
    return { headings, missing: missing.map((field) => peopleColumns[field].header) };
  }
  const required = peopleFields.filter((field) => peopleColumns[field].required);
  return { headings: null, missing: required.map((field) => peopleColumns[field].header) };
}

function readHeadings({ rowNo, cells }: SheetRow): Headings {
  const taken = new Set<PeopleField>();
  const unread: string[] = [];
  const columns = cells.map((cell) => {
    const text = cellText(cell);
    const field = words.get(bareWord(text)) ?? null;
    // Of two columns with one heading the first counts.
    if (field !== null && !taken.has(field)) {
      taken.add(field);
      return field;
    }
    if (text !== "") unread.push(text.slice(0, 40));
    return null;
  });
  return { rowNo, columns, unread };
}
