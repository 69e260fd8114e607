import {
  headingAttributes,
  noAttributes,
  orderedListAttributes,
  paragraphAttributes,
  pictureAttributes,
} from "./body-attributes.ts";
import { bodyLimits } from "./body-limits.ts";
import { bodyProblem } from "./body-problem.ts";
import type { BlockNode, BodyDocument, ListItemNode } from "./body-schema.ts";
import { parseInlineContent } from "./parse-inline.ts";
import { parseTable } from "./parse-table.ts";
import {
  childNodes,
  documentPlace,
  misplaced,
  readAttributes,
  readNode,
  refuseExtras,
  type RawNode,
} from "./read-node.ts";
import { utf8Length } from "./utf8-length.ts";

/**
 * The one gate to a stored body: builds a fresh, normalised document out of what an editor, an import or an attacker sent.
 * What the schema doesn't know is refused, never kept and never silently dropped, so no author loses words unnoticed.
 * @throws AppError INVALID or TOO_LARGE with one of `bodyProblems` and the path of the node.
 */
export function parseBody(value: unknown): BodyDocument {
  const root = readNode(value, documentPlace());
  if (root.type !== "doc") throw bodyProblem("body.notADocument", []);
  refuseExtras(root, { content: true });
  readAttributes(root, noAttributes);
  const blocks = Array.from(childNodes(root), parseBlock);
  const body: BodyDocument = { type: "doc", content: blocks.length > 0 ? blocks : [{ type: "paragraph" }] };
  if (utf8Length(JSON.stringify(body)) > bodyLimits.bytesMax) {
    throw bodyProblem("body.tooBig", [], { max: bodyLimits.bytesMax });
  }
  return body;
}

function parseBlock(node: RawNode): BlockNode {
  refuseExtras(node, { content: true });
  switch (node.type) {
    case "paragraph":
      return { type: "paragraph", ...readAttributes(node, paragraphAttributes), ...parseInlineContent(node) };
    case "heading":
      return { type: "heading", attrs: readAttributes(node, headingAttributes), ...parseInlineContent(node) };
    case "bulletList":
      readAttributes(node, noAttributes);
      return { type: "bulletList", content: parseItems(node) };
    case "orderedList":
      return { type: "orderedList", ...readAttributes(node, orderedListAttributes), content: parseItems(node) };
    case "blockquote":
      readAttributes(node, noAttributes);
      return { type: "blockquote", content: parseBlocks(node) };
    case "table":
      return parseTable(node, parseBlocks);
    case "horizontalRule":
      refuseExtras(node, {});
      readAttributes(node, noAttributes);
      return { type: "horizontalRule" };
    case "picture":
      refuseExtras(node, {});
      return { type: "picture", attrs: readAttributes(node, pictureAttributes) };
    default:
      throw misplaced(node);
  }
}

function parseBlocks(parent: RawNode): readonly BlockNode[] {
  const blocks = Array.from(childNodes(parent), parseBlock);
  if (blocks.length === 0) throw bodyProblem("body.badContent", parent.place.path, { node: parent.type });
  return blocks;
}

function parseItems(list: RawNode): readonly ListItemNode[] {
  const items = Array.from(childNodes(list), parseItem);
  if (items.length === 0) throw bodyProblem("body.badContent", list.place.path, { node: list.type });
  return items;
}

function parseItem(node: RawNode): ListItemNode {
  if (node.type !== "listItem") throw misplaced(node);
  refuseExtras(node, { content: true });
  readAttributes(node, noAttributes);
  const content = parseBlocks(node);
  if (content[0]?.type !== "paragraph") throw bodyProblem("body.badContent", node.place.path, { node: node.type });
  return { type: "listItem", content };
}
