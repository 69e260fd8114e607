import { factAttributes, noAttributes } from "./body-attributes.ts";
import { bodyLimits } from "./body-limits.ts";
import { bodyProblem } from "./body-problem.ts";
import type { FactNode, InlineNode, TextNode } from "./body-schema.ts";
import { cleanText } from "./clean-text.ts";
import { parseMarks } from "./parse-marks.ts";
import { childNodes, misplaced, readAttributes, refuseExtras, type RawNode } from "./read-node.ts";

/** The `content` of a text block, left out when there is none; neighbours with equal marks become one text node. */
export function parseInlineContent(block: RawNode): { content?: readonly InlineNode[] } {
  const inline: InlineNode[] = [];
  for (const node of childNodes(block)) {
    const parsed = parseInline(node);
    const last = inline.at(-1);
    if (parsed?.type === "text" && last?.type === "text" && sameMarks(last, parsed)) {
      inline[inline.length - 1] = { ...last, text: last.text + parsed.text };
    } else if (parsed !== undefined) {
      inline.push(parsed);
    }
  }
  return inline.length > 0 ? { content: inline } : {};
}

/** Undefined for a text of which nothing is left: ProseMirror has no empty text nodes. */
function parseInline(node: RawNode): InlineNode | undefined {
  switch (node.type) {
    case "text":
      return parseText(node);
    case "hardBreak":
      refuseExtras(node, { marks: true });
      readAttributes(node, noAttributes);
      // Validated, not kept: a line break looks the same in bold.
      parseMarks(node);
      return { type: "hardBreak" };
    case "fact":
      return parseFact(node);
    default:
      throw misplaced(node);
  }
}

/** Whether the college knows the fact is for the checks: a text must not become unreadable because a fact is gone. */
function parseFact(node: RawNode): FactNode {
  refuseExtras(node, { marks: true });
  const attrs = readAttributes(node, factAttributes);
  const marks = parseMarks(node);
  return marks.length > 0 ? { type: "fact", attrs, marks } : { type: "fact", attrs };
}

function parseText(node: RawNode): TextNode | undefined {
  refuseExtras(node, { marks: true, text: true });
  readAttributes(node, noAttributes);
  const { budget, path } = node.place;
  if (typeof node.text !== "string") throw bodyProblem("body.badText", path);
  budget.chars += node.text.length;
  if (budget.chars > bodyLimits.charsMax) throw bodyProblem("body.tooLong", path, { max: bodyLimits.charsMax });
  const text = cleanText(node.text);
  const marks = parseMarks(node);
  if (text === "") return undefined;
  return marks.length > 0 ? { type: "text", text, marks } : { type: "text", text };
}

function sameMarks(a: TextNode, b: TextNode): boolean {
  return JSON.stringify(a.marks ?? []) === JSON.stringify(b.marks ?? []);
}
