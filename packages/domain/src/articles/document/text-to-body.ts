import type { BlockNode, BodyDocument } from "./body-schema.ts";
import { h, p } from "./build-body.ts";
import { parseBody } from "./parse-body.ts";

const headingCharsMax = 40;

/** The numbering of official documents (GB/T 9704): 一、 is the first level, （一） the second. */
const headingForms = [
  { form: /^[一二三四五六七八九十]{1,3}、/, level: 2 },
  { form: /^[（(][一二三四五六七八九十]{1,3}[）)]/, level: 3 },
] as const;

/** A numbered line that ends like a sentence is a paragraph with a number, not a heading. */
const sentenceEnd = /[。；;：:，,！!？?]$/;

/** A line of its own that holds a date alone: the document's date, set right as in print. */
const dateLine = /^(?:\d{4}|[〇○零一二三四五六七八九]{4})年.{1,3}月.{1,3}日$/;

/**
 * A document from plain text, one block a line; blank lines and indents are dropped, headings recognised by their numbering.
 * @throws AppError as `parseBody`, when the text is too long.
 */
export function textToBody(text: string): BodyDocument {
  const lines = text
    .split(/\r\n|[\n\r]/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return parseBody({ type: "doc", content: lines.map(lineToBlock) });
}

function lineToBlock(line: string): BlockNode {
  if (dateLine.test(line)) return p(line, "right");
  if (line.length > headingCharsMax || sentenceEnd.test(line)) return p(line);
  const heading = headingForms.find(({ form }) => form.test(line));
  return heading === undefined ? p(line) : h(heading.level, line);
}
