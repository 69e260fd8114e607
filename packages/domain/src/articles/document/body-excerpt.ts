import { factKeyAsText, type FactText } from "../../baseline/fact-text.ts";
import type { BodyDocument } from "./body-schema.ts";
import { inlineText, inlineWords, walkBody } from "./walk-body.ts";

/** Characters of the running text as Chinese offices count them: without white space, a surrogate pair as one. */
export function bodyCharCount(body: BodyDocument): number {
  let count = 0;
  for (const { node } of walkBody(body)) {
    if (node.type === "text" || node.type === "fact") {
      count += Array.from(inlineWords(node, factKeyAsText).replace(/\s+/gu, "")).length;
    }
  }
  return count;
}

/** The beginning of the running text (paragraphs and headings, no captions) for lists and feeds, cut with `…` at `charsMax`. */
export function bodyExcerpt(body: BodyDocument, charsMax: number, factText: FactText = factKeyAsText): string {
  let text = "";
  for (const { node } of walkBody(body)) {
    if (node.type !== "paragraph") continue;
    text = `${text} ${inlineText(node.content, factText)}`.replace(/\s+/gu, " ").trim();
    if (text.length > charsMax) break;
  }
  const chars = Array.from(text);
  return chars.length > charsMax ? `${chars.slice(0, charsMax - 1).join("")}…` : text;
}
