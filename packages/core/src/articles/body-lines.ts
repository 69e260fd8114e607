import type { BlockNode, BodyDocument } from "@zhibu/domain/articles/document/body-schema";
import { inlineText } from "@zhibu/domain/articles/document/walk-body";
import { factKeyAsText, type FactText } from "@zhibu/domain/baseline/fact-text";

/** A body as a reviewer reads it: one line per block, one per list item, one per table row. */
export type BodyLineKind = "paragraph" | "heading" | "listItem" | "quote" | "tableRow" | "picture" | "rule";

export type ReviewLine = {
  kind: BodyLineKind;
  /** Heading level, or nesting of lists. */
  level: number;
  /** One text, or one per cell of a table row. */
  cells: readonly string[];
  /** What else makes two lines differ though their words agree (a picture's file). */
  identity: string;
};

const line = (kind: BodyLineKind, cells: readonly string[], level = 0, identity = ""): ReviewLine => ({
  kind,
  level,
  cells,
  identity,
});

function blockText(block: BlockNode, factText: FactText): string {
  return linesOf(block, 0, factText)
    .map(({ cells }) => cells.join(" "))
    .join("\n");
}

function linesOf(block: BlockNode, depth: number, factText: FactText): ReviewLine[] {
  switch (block.type) {
    case "paragraph":
      return [line("paragraph", [inlineText(block.content, factText)])];
    case "heading":
      return [line("heading", [inlineText(block.content, factText)], block.attrs.level)];
    case "bulletList":
    case "orderedList":
      return block.content.flatMap((item) =>
        item.content.flatMap((child) => asItem(linesOf(child, depth + 1, factText), depth)),
      );
    case "blockquote":
      return block.content
        .flatMap((child) => linesOf(child, depth, factText))
        .map((inner) => (inner.kind === "paragraph" ? { ...inner, kind: "quote" as const } : inner));
    case "table":
      return block.content.map((row) =>
        line(
          "tableRow",
          row.content.map((cell) => cell.content.map((child) => blockText(child, factText)).join("\n")),
        ),
      );
    case "picture":
      return [
        line("picture", [[block.attrs.caption, block.attrs.alt].filter(Boolean).join(" · ")], 0, block.attrs.mediaId),
      ];
    case "horizontalRule":
      return [line("rule", [""])];
  }
}

function asItem(lines: ReviewLine[], depth: number): ReviewLine[] {
  return lines.map((inner) =>
    inner.kind === "paragraph" ? { ...inner, kind: "listItem" as const, level: depth } : inner,
  );
}

/** All lines of a body but the empty paragraphs. */
export function bodyLines(body: BodyDocument, factText: FactText = factKeyAsText): ReviewLine[] {
  return body.content
    .flatMap((block) => linesOf(block, 0, factText))
    .filter((found) => found.kind !== "paragraph" || found.cells.some((cell) => cell.trim() !== ""));
}
