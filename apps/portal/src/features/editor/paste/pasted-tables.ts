import { bodyLimits } from "@zhibu/domain/articles/document/body-limits";
import { hasText, rename, unwrap } from "./html-document.ts";

/** Merged cells stay, borders and widths go; a first row in bold is the heading row it was meant to be. */
export function settleTables(document: Document): void {
  for (const table of document.querySelectorAll("table")) {
    for (const caption of table.querySelectorAll(":scope > caption")) table.before(rename(caption, "p"));
    for (const cell of table.querySelectorAll("td, th")) settleCell(cell);
    const [first, second] = table.rows;
    if (first !== undefined && second !== undefined && isHeading(first)) {
      for (const cell of [...first.cells]) asHeaderCell(cell);
    }
  }
}

function settleCell(cell: Element): void {
  for (const name of ["colspan", "rowspan"]) {
    const span = Number(cell.getAttribute(name) ?? 1);
    if (!Number.isInteger(span) || span < 2) cell.removeAttribute(name);
    else if (span > bodyLimits.spanMax) cell.setAttribute(name, String(bodyLimits.spanMax));
  }
}

function isHeading(row: HTMLTableRowElement): boolean {
  const cells = [...row.cells];
  if (cells.every((cell) => cell.localName === "th")) return true;
  const worded = cells.filter(hasText);
  return worded.length > 1 && worded.every(isBold);
}

function isBold(cell: Element): boolean {
  const bold = [...cell.querySelectorAll("b, strong, [style*='font-weight:bold'], [style*='font-weight:700']")];
  const length = (element: Element) => (element.textContent ?? "").replaceAll(/\s/gu, "").length;
  return Math.max(0, ...bold.map(length)) === length(cell);
}

function asHeaderCell(cell: Element): void {
  const header = rename(cell, "th", ["colspan", "rowspan", "style", "align"]);
  for (const bold of header.querySelectorAll("b, strong")) unwrap(bold);
}
