import type { TableNode } from "./body-schema.ts";

/** For each row, the grid column each of its cells begins at, with column and row spans taken into account. */
export function cellColumns(table: TableNode): number[][] {
  /** First row in which the column is free again. */
  const freeFrom: number[] = [];
  return table.content.map((row, rowIndex) => {
    let column = 0;
    return row.content.map((cell) => {
      while ((freeFrom[column] ?? 0) > rowIndex) column += 1;
      const start = column;
      const { colspan = 1, rowspan = 1 } = cell.attrs ?? {};
      for (; column < start + colspan; column += 1) freeFrom[column] = rowIndex + rowspan;
      return start;
    });
  });
}

/** Pixels of each column when the author set all of them, otherwise undefined. */
export function columnWidths(table: TableNode): number[] | undefined {
  const widths = (table.content[0]?.content ?? []).flatMap(
    (cell) => cell.attrs?.colwidth ?? Array.from({ length: cell.attrs?.colspan ?? 1 }, () => 0),
  );
  return widths.length > 0 && widths.every((width) => width > 0) ? widths : undefined;
}

/** How many leading rows hold header cells alone; 0 when one of their cells reaches into the rows below. */
export function headerRowCount(table: TableNode): number {
  const rows = table.content;
  const firstOther = rows.findIndex(
    (row) => row.content.length === 0 || row.content.some((cell) => cell.type !== "tableHeader"),
  );
  const count = firstOther === -1 ? rows.length : firstOther;
  const reachesOut = rows
    .slice(0, count)
    .some((row, index) => row.content.some((cell) => index + (cell.attrs?.rowspan ?? 1) > count));
  return reachesOut ? 0 : count;
}
