import type { TableCellNode, TableNode } from "@zhibu/domain/articles/document/body-schema";

export type PlainTextPart = { readonly table: TableNode } | { readonly lines: readonly string[] };

type Cells = readonly string[];
type Grid = readonly Cells[];

/** A single row or a single column is a text with a tab in it. */
const rowsMin = 2;
const columnsMin = 2;

/** A quote that is not closed after so many lines is a quotation mark. */
const quotedLinesMax = 50;

/**
 * Cuts a plain text into running lines and tables. Two shapes are tables:
 * a cell on each line, every line beginning with a tab, rows parted by blank lines (how Word's tables look once saved as text);
 * and rows of cells parted by tabs, one row a line (what Excel puts on the clipboard).
 */
export function plainTextParts(text: string): PlainTextPart[] {
  const lines = text.split(/\r\n|[\n\r]/);
  const parts: PlainTextPart[] = [];
  let plain: string[] = [];
  for (let at = 0; at < lines.length;) {
    const found = ledTableAt(lines, at) ?? separatedTableAt(lines, at);
    if (found === undefined) {
      plain.push(lines[at] ?? "");
      at += 1;
      continue;
    }
    parts.push({ lines: plain }, { table: found.table });
    plain = [];
    at = found.end;
  }
  return [...parts, { lines: plain }].filter(
    (part) => "table" in part || part.lines.some((line) => line.trim() !== ""),
  );
}

type FoundTable = { table: TableNode; end: number };

const isLed = (line: string | undefined): boolean => line?.startsWith("\t") ?? false;
const isBlank = (line: string | undefined): boolean => line !== undefined && line.trim() === "" && !isLed(line);

function ledTableAt(lines: readonly string[], start: number): FoundTable | undefined {
  if (!isLed(lines[start])) return undefined;
  const rows: string[][] = [];
  let end = start;
  for (let at = start; at < lines.length;) {
    const row: string[] = [];
    for (; isLed(lines[at]); at += 1) row.push(...(lines[at] ?? "").slice(1).split("\t"));
    rows.push(row.map((cell) => cell.trim()));
    end = at;
    while (isBlank(lines[at])) at += 1;
    if (!isLed(lines[at])) break;
  }
  // A text editor that strips line ends has eaten the empty first cells: the gap is in front, where rows continue the one above.
  const width = Math.max(...rows.map((row) => row.length));
  const grid = rows.map((row) => [...Array.from({ length: width - row.length }, () => ""), ...row]);
  return isTable(grid) ? { table: tableOf(grid, leadingSpans(grid)), end } : undefined;
}

function separatedTableAt(lines: readonly string[], start: number): FoundTable | undefined {
  const rows: Cells[] = [];
  let at = start;
  while (at < lines.length) {
    const record = recordAt(lines, at);
    const width = rows[0]?.length ?? record.cells.length;
    if (record.cells.length < columnsMin || record.cells.length !== width) break;
    rows.push(record.cells.map((cell) => cell.trim()));
    at = record.end;
  }
  const grid = withoutEmptyFront(rows);
  return isTable(grid) ? { table: tableOf(grid, new Map()), end: at } : undefined;
}

/** A first column without a word is an indent. */
function withoutEmptyFront(rows: Grid): Grid {
  const isEmpty = rows.length > 0 && rows.every(([first]) => first === "");
  return isEmpty ? withoutEmptyFront(rows.map((row) => row.slice(1))) : rows;
}

/** One line of cells, or several where a quoted cell holds line ends or tabs, as spreadsheets write them. */
function recordAt(lines: readonly string[], start: number): { cells: Cells; end: number } {
  const cells: string[] = [];
  let open: string | undefined;
  for (let at = start; at < Math.min(lines.length, start + quotedLinesMax); at += 1) {
    for (const [index, field] of (lines[at] ?? "").split("\t").entries()) {
      if (open === undefined && !field.startsWith('"')) {
        cells.push(field);
        continue;
      }
      open = open === undefined ? field : `${open}${index === 0 ? "\n" : "\t"}${field}`;
      if (!isClosed(open)) continue;
      cells.push(open.slice(1, -1).replaceAll('""', '"'));
      open = undefined;
    }
    if (open === undefined) return { cells, end: at + 1 };
  }
  return { cells: (lines[start] ?? "").split("\t"), end: start + 1 };
}

function isClosed(quoted: string): boolean {
  return quoted.length > 1 && quoted.endsWith('"') && quoted.split('"').length % 2 === 1;
}

function isTable(rows: Grid): boolean {
  return rows.length >= rowsMin && (rows[0]?.length ?? 0) >= columnsMin;
}

/** Rows each filled cell reaches down to, by `row:column`; an empty cell continues the one above if all before it do. */
function leadingSpans(grid: Grid): Map<string, number> {
  const spans = new Map<string, number>();
  const owners: number[] = [];
  for (const [row, cells] of grid.entries()) {
    // The first row names the columns: nothing below continues a name.
    const filled = row <= 1 ? 0 : cells.findIndex((cell) => cell !== "");
    const continued = filled === -1 ? 0 : filled;
    for (const column of cells.keys()) {
      const owner = owners[column];
      if (column < continued && owner !== undefined) spans.set(`${owner}:${column}`, row - owner + 1);
      else owners[column] = row;
    }
  }
  return spans;
}

function tableOf(grid: Grid, spans: ReadonlyMap<string, number>): TableNode {
  const covered = new Set<string>();
  for (const [key, span] of spans) {
    const [row = 0, column = 0] = key.split(":").map(Number);
    for (let below = 1; below < span; below += 1) covered.add(`${row + below}:${column}`);
  }
  return {
    type: "table",
    content: grid.map((cells, row) => ({
      type: "tableRow",
      content: cells.flatMap((text, column) => {
        if (covered.has(`${row}:${column}`)) return [];
        return [cellOf(text, row === 0 ? "tableHeader" : "tableCell", spans.get(`${row}:${column}`) ?? 1)];
      }),
    })),
  };
}

function cellOf(text: string, type: TableCellNode["type"], rowspan: number): TableCellNode {
  const paragraphs = text.split("\n").map((line) => ({
    type: "paragraph" as const,
    ...(line.trim() === "" ? {} : { content: [{ type: "text" as const, text: line.trim() }] }),
  }));
  return { type, ...(rowspan > 1 ? { attrs: { rowspan } } : {}), content: paragraphs };
}
