import type { BlockNode } from "@zhibu/domain/articles/document/body-schema";
import { textToBody } from "@zhibu/domain/articles/document/text-to-body";
import { plainTextParts } from "./plain-text-table.ts";

/** Blocks of a pasted text: headings by their numbering, paragraphs without indents, tables where the text draws one. */
export function plainTextBlocks(text: string): BlockNode[] {
  return plainTextParts(text).flatMap((part) =>
    "table" in part ? [part.table] : textToBody(part.lines.join("\n")).content,
  );
}
