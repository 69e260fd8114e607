import type { BlockNode, InlineNode, TableCellNode, TableNode, TableRowNode } from "./body-schema.ts";
import { htmlAttributes } from "./escape-html.ts";
import { columnWidths, headerRowCount } from "./table-grid.ts";
import { inlineText } from "./walk-body.ts";

/** How what stands in the cells becomes HTML. */
export type CellRenderer = {
  readonly blocks: (blocks: readonly BlockNode[]) => string;
  readonly inline: (content: readonly InlineNode[] | undefined) => string;
};

/** `label` names the scrollable region: on a phone a wide table scrolls in it, by finger or by keyboard. */
export function renderTable(table: TableNode, label: string, render: CellRenderer): string {
  const headers = headerRowCount(table);
  const rows = table.content.map((row, index) => renderRow(row, index < headers ? "col" : "row", render));
  const head = headers > 0 ? `<thead>${rows.slice(0, headers).join("")}</thead>` : "";
  const body = headers < rows.length ? `<tbody>${rows.slice(headers).join("")}</tbody>` : "";
  const region = htmlAttributes({ class: "table-wrap", tabindex: 0, role: "region", "aria-label": label });
  return `<div${region}><table>${renderColumns(table)}${head}${body}</table></div>`;
}

/** The author's column widths as shares, so that they hold on any screen. */
function renderColumns(table: TableNode): string {
  const widths = columnWidths(table);
  if (widths === undefined) return "";
  const total = widths.reduce((sum, width) => sum + width, 0);
  return `<colgroup>${widths.map((width) => `<col width="${Math.round((width * 100) / total)}%">`).join("")}</colgroup>`;
}

function renderRow(row: TableRowNode, scope: "col" | "row", render: CellRenderer): string {
  return `<tr>${row.content.map((cell) => renderCell(cell, scope, render)).join("")}</tr>`;
}

function renderCell(cell: TableCellNode, scope: "col" | "row", render: CellRenderer): string {
  const { colspan, rowspan, align } = cell.attrs ?? {};
  const only = cell.content.length === 1 ? cell.content[0] : undefined;
  const line = only?.type === "paragraph" ? only : undefined;
  // An empty header cell names nothing, and screen readers stumble over it.
  const isHeader = cell.type === "tableHeader" && !(line !== undefined && inlineText(line.content).trim() === "");
  const tag = isHeader ? "th" : "td";
  const alignment = align ?? line?.attrs?.textAlign;
  const attributes = htmlAttributes({
    scope: isHeader ? scope : undefined,
    colspan,
    rowspan,
    class: alignment === undefined ? undefined : `ta-${alignment}`,
  });
  const content = line === undefined ? render.blocks(cell.content) : render.inline(line.content);
  return `<${tag}${attributes}>${content}</${tag}>`;
}
