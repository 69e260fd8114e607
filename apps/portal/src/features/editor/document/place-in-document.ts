import type { Node } from "@tiptap/pm/model";
import type { BodyPath } from "@zhibu/domain/articles/document/body-schema";
import { pictureSlotName } from "./picture-slot-node.ts";

/**
 * Position before the node a body path leads to, in a document that may hold slots the body doesn't have;
 * undefined when the document has changed so much that the path leads nowhere.
 */
export function positionOf(document: Node, path: BodyPath): number | undefined {
  let node = document;
  let position = -1;
  for (const index of path) {
    const offset = childOffset(node, index);
    if (offset === undefined) return undefined;
    position += 1 + offset.before;
    node = offset.child;
  }
  return position < 0 ? undefined : position;
}

function childOffset(parent: Node, index: number): { before: number; child: Node } | undefined {
  let before = 0;
  let seen = -1;
  for (const child of parent.children) {
    if (child.type.name !== pictureSlotName) seen += 1;
    if (seen === index) return { before, child };
    before += child.nodeSize;
  }
  return undefined;
}

/** A stretch inside the text block at `path`, as document positions; cut to the block. */
export function rangeOf(
  document: Node,
  path: BodyPath,
  from: number,
  to: number,
): { from: number; to: number } | undefined {
  const position = positionOf(document, path);
  const block = position === undefined ? null : document.nodeAt(position);
  if (position === undefined || block === null) return undefined;
  if (!block.isTextblock) return { from: position, to: position + block.nodeSize };
  const at = (offset: number) => position + 1 + Math.min(offset, block.content.size);
  return { from: at(from), to: at(to) };
}
