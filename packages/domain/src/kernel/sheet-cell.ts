/** What stands in a cell of a spreadsheet, whatever library read it. A date is its calendar day. */
export type SheetCell =
  | { kind: "empty" }
  | { kind: "text"; text: string }
  | { kind: "number"; value: number }
  | { kind: "date"; day: string }
  | { kind: "formula" }
  | { kind: "error" };

/** `rowNo` as Excel counts: the sheet's first row is 1. */
export type SheetRow = { rowNo: number; cells: readonly SheetCell[] };

export const emptyCell: SheetCell = { kind: "empty" };

/** A column's letters as Excel shows them: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest >= 0 ? columnLetters(rest) : "") + String.fromCodePoint(65 + (index % 26));
}

/** The words of a cell on one line, without blanks at its ends; numbers as they were typed. */
export function cellText(cell: SheetCell): string {
  if (cell.kind === "text") return cell.text.replaceAll(/[\s\u200b\ufeff]+/gu, " ").trim();
  if (cell.kind === "number")
    return cell.value.toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 20 });
  return cell.kind === "date" ? cell.day : "";
}

/** Text a spreadsheet would run as a formula once it is exported again. */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r]/u.test(text.normalize("NFKC"));
}
