import type { PublicityEntry } from "@zhibu/domain/publicity/publicity-draft";
import type { PublicityColumn } from "@zhibu/domain/publicity/publicity-template";

/** A row of the form: its key stays while rows are added above and below it. */
export type FormRow = { key: string; entry: PublicityEntry };

let lastKey = 0;

export function formRow(entry: PublicityEntry = {}): FormRow {
  lastKey += 1;
  return { key: `row-${lastKey}`, entry };
}

/** Cells copied from Excel or WPS as they arrive: tabs between columns, line breaks between rows. Null for ordinary words. */
export function pastedCells(text: string): string[][] | null {
  const lines = text.replaceAll("\r\n", "\n").replace(/\n$/u, "").split("\n");
  if (lines.length === 1 && !text.includes("\t")) return null;
  return lines.map((line) => line.split("\t").map((cell) => cell.trim()));
}

/**
 * The rows with pasted cells laid over them from a cell on, to the right and downwards; rows are added as needed.
 * A first line that repeats the columns' labels is the heading and is left out.
 */
export function withPasted(
  rows: readonly FormRow[],
  columns: readonly PublicityColumn[],
  at: { row: number; column: number },
  cells: readonly (readonly string[])[],
): FormRow[] {
  const labels = columns.map(({ label }) => label);
  const [first = []] = cells;
  const data = first.length > 0 && first.every((cell) => labels.includes(cell)) ? cells.slice(1) : cells;
  const after = [...rows];
  for (const [offset, line] of data.entries()) {
    const index = at.row + offset;
    const row = after[index] ?? formRow();
    const entry = { ...row.entry };
    for (const [step, cell] of line.entries()) {
      const column = columns[at.column + step];
      if (column) entry[column.key] = cell;
    }
    after[index] = { ...row, entry };
  }
  return after;
}

/** Rows nobody wrote into are not part of the list. */
export function filledEntries(rows: readonly FormRow[]): PublicityEntry[] {
  return rows.map(({ entry }) => entry).filter((entry) => Object.values(entry).some((cell) => cell.trim() !== ""));
}
