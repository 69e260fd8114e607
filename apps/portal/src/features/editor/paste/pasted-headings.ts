import { textToBody } from "@zhibu/domain/articles/document/text-to-body";
import { hasText, rename, styleOf, unwrap } from "./html-document.ts";

const outlineCharsMax = 60;
const shallowest = 2;
const deepest = 4;

/**
 * Headings at our three levels: the copied document's own, those a style calls so, and paragraphs numbered 一、（一）
 * as official documents number theirs. A heading carries no bold of its own, the page sets it.
 */
export function settleHeadings(document: Document): void {
  const shift = document.querySelector("h1") === null ? 0 : 1;
  for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    if (heading.closest("td, th, li") !== null) rename(heading, "p", ["style"]);
    else asHeading(heading, Number(heading.localName.slice(1)) + shift);
  }
  for (const paragraph of document.querySelectorAll("p")) {
    if (paragraph.closest("td, th, li, blockquote") !== null || !hasText(paragraph)) continue;
    if (paragraph.querySelector("img, figure") !== null) continue;
    settleParagraph(paragraph);
  }
}

function settleParagraph(paragraph: Element): void {
  const text = (paragraph.textContent ?? "").replaceAll(/\s+/gu, " ").trim();
  const outline = Number(styleOf(paragraph).get("mso-outline-level"));
  const recognised = textToBody(text).content[0];
  if (recognised?.type === "heading") asHeading(paragraph, recognised.attrs.level);
  else if (outline >= 1 && outline <= 6 && text.length <= outlineCharsMax) asHeading(paragraph, outline + 1);
  else if (recognised?.type === "paragraph" && recognised.attrs !== undefined) {
    paragraph.setAttribute("style", `text-align:${recognised.attrs.textAlign}`);
  }
}

function asHeading(element: Element, level: number): void {
  const heading = rename(element, `h${Math.min(Math.max(level, shallowest), deepest)}`, ["style", "align"]);
  for (const bold of heading.querySelectorAll("b, strong")) unwrap(bold);
  for (const styled of [heading, ...heading.querySelectorAll("[style]")]) {
    styled.setAttribute("style", (styled.getAttribute("style") ?? "").replaceAll(/font-weight:[^;]*;?/gi, ""));
  }
}
