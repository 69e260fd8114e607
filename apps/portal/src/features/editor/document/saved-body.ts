import type { JSONContent } from "@tiptap/core";
import type { BodyDocument } from "@zhibu/domain/articles/document/body-schema";
import { parseBody } from "@zhibu/domain/articles/document/parse-body";
import { pictureSlotName } from "./picture-slot-node.ts";

const neverEmpty = new Set(["doc", "blockquote", "tableCell", "tableHeader"]);

/** The document as it is sent to the server: without the places of pictures that are not there yet. */
export function savedBody(node: JSONContent): JSONContent {
  if (node.content === undefined) return node;
  const content = node.content.filter(({ type }) => type !== pictureSlotName).map(savedBody);
  const isBare = content.length === 0 && neverEmpty.has(node.type ?? "");
  return { ...node, content: isBare ? [{ type: "paragraph" }] : content };
}

/** The same as the server will keep it, or null for a document it would refuse. */
export function normalisedBody(node: JSONContent): BodyDocument | null {
  try {
    return parseBody(savedBody(node));
  } catch {
    return null;
  }
}
