import { readXlsx, writeXlsx } from "hucre/xlsx";
import { columnLetters, emptyCell, type SheetCell, type SheetRow } from "@zhibu/domain/kernel/sheet-cell";

/** The one place that knows the library: rows of the first visible sheet, as many as asked for and one more. */
export async function readSpreadsheet(
  bytes: Uint8Array,
  limits: { rowsMax: number; columnsMax: number },
): Promise<SheetRow[]> {
  const range = `A1:${columnLetters(limits.columnsMax - 1)}${limits.rowsMax + 1}`;
  const visible = { found: false };
  const { sheets } = await readXlsx(bytes, {
    range,
    sheets: ({ hidden, veryHidden }) => {
      if (visible.found || hidden === true || veryHidden === true) return false;
      visible.found = true;
      return true;
    },
  });
  const [sheet] = sheets;
  if (!sheet) return [];
  return sheet.rows.map((values, rowIndex) => ({
    rowNo: rowIndex + 1,
    cells: values.map((value, column) => {
      const { type } = sheet.cells?.get(`${rowIndex},${column}`) ?? {};
      return type === "formula" || type === "error" ? { kind: type } : sheetCell(value);
    }),
  }));
}

function sheetCell(value: string | number | boolean | Date | null): SheetCell {
  if (value === null || value === "") return emptyCell;
  if (typeof value === "number") return { kind: "number", value };
  // A date is midnight UTC of its day.
  if (value instanceof Date) return { kind: "date", day: value.toISOString().slice(0, 10) };
  return { kind: "text", text: String(value) };
}

export type NewSheet = {
  name: string;
  /** The first row is the heading. */
  rows: readonly (readonly string[])[];
  /** In characters, one for each column. */
  widths: readonly number[];
  /** Cells that take one of the words in a column of another sheet, or a day. */
  rules?: readonly { column: number; rowsMax: number; words: { sheet: string; column: number; count: number } }[];
};

const heading = {
  font: { bold: true, color: { rgb: "FFFFFF" } },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "B5121B" } },
} as const;

/** An Excel file in which every cell is text: figures keep their zeros, and nothing runs as a formula. */
export async function writeSpreadsheet(sheets: readonly NewSheet[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(({ name, rows, widths, rules = [] }) => ({
      name,
      rows: rows.map((row) => [...row]),
      columns: widths.map((width) => ({ width, numFmt: "@" })),
      cells: new Map(
        (rows[0] ?? []).map((value, column) => [`0,${column}`, { value, type: "string", style: heading }]),
      ),
      freezePane: { rows: 1 },
      dataValidations: rules.map(({ column, rowsMax, words }) => ({
        type: "list" as const,
        range: `${columnLetters(column)}2:${columnLetters(column)}${rowsMax + 1}`,
        formula1: `'${words.sheet}'!$${columnLetters(words.column)}$2:$${columnLetters(words.column)}$${words.count + 1}`,
        allowBlank: true,
        // Free words are allowed: the preview knows more names than the list does.
        errorStyle: "information" as const,
      })),
    })),
  });
}
