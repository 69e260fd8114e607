import { cellAttributes, noAttributes } from "./body-attributes.ts";
import { bodyLimits } from "./body-limits.ts";
import { bodyProblem } from "./body-problem.ts";
import type { BlockNode, TableCellNode, TableNode, TableRowNode } from "./body-schema.ts";
import { childNodes, misplaced, readAttributes, refuseExtras, type RawNode } from "./read-node.ts";

/** `parseBlocks` is handed in because cells hold blocks and blocks hold tables. */
export function parseTable(table: RawNode, parseBlocks: (cell: RawNode) => readonly BlockNode[]): TableNode {
  readAttributes(table, noAttributes);
  let places = 0;
  const rows: TableRowNode[] = [];
  for (const row of childNodes(table)) {
    if (row.type !== "tableRow") throw misplaced(row);
    refuseExtras(row, { content: true });
    readAttributes(row, noAttributes);
    const cells: TableCellNode[] = [];
    for (const node of childNodes(row)) {
      const cell = parseCell(node, parseBlocks);
      places += (cell.attrs?.colspan ?? 1) * (cell.attrs?.rowspan ?? 1);
      if (places > bodyLimits.tableCellsMax) {
        throw bodyProblem("body.tooManyCells", table.place.path, { max: bodyLimits.tableCellsMax });
      }
      cells.push(cell);
    }
    // A row all of whose places are covered from above holds no cell of its own.
    rows.push({ type: "tableRow", content: cells });
  }
  if (rows.length === 0) throw bodyProblem("body.badContent", table.place.path, { node: table.type });
  return { type: "table", content: rows };
}

function parseCell(node: RawNode, parseBlocks: (cell: RawNode) => readonly BlockNode[]): TableCellNode {
  if (node.type !== "tableCell" && node.type !== "tableHeader") throw misplaced(node);
  refuseExtras(node, { content: true });
  return { type: node.type, ...readAttributes(node, cellAttributes), content: parseBlocks(node) };
}
