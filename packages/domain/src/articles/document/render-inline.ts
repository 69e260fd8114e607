import type { FactText } from "../../baseline/fact-text.ts";
import type { BodyMark, InlineNode, PlainMarkType } from "./body-schema.ts";
import { escapeHtml, htmlAttributes } from "./escape-html.ts";
import { isExternalHref } from "./link-address.ts";
import { inlineWords } from "./walk-body.ts";

const markTags: Record<PlainMarkType, string> = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strike: "s",
  superscript: "sup",
  subscript: "sub",
};

/** A link whose text is cut into several nodes by formatting is one `<a>`: one stop for the keyboard. */
export function renderInline(content: readonly InlineNode[] | undefined, factText: FactText, linkBase = ""): string {
  let html = "";
  let openHref: string | undefined;
  for (const node of content ?? []) {
    const marks = marksOf(node);
    const href = marks.find((mark) => mark.type === "link")?.attrs.href;
    if (href !== openHref) {
      if (openHref !== undefined) html += "</a>";
      if (href !== undefined) html += `<a${linkAttributes(href.startsWith("/") ? linkBase + href : href)}>`;
      openHref = href;
    }
    html += node.type === "hardBreak" ? "<br>" : renderText(inlineWords(node, factText), marks);
  }
  return openHref === undefined ? html : `${html}</a>`;
}

function renderText(text: string, marks: readonly BodyMark[]): string {
  const tags = marks.flatMap((mark) => (mark.type === "link" ? [] : [markTags[mark.type]]));
  return tags.reduceRight((html, tag) => `<${tag}>${html}</${tag}>`, escapeHtml(text));
}

function marksOf(node: InlineNode): readonly BodyMark[] {
  return node.type === "hardBreak" ? [] : (node.marks ?? []);
}

function linkAttributes(href: string): string {
  return htmlAttributes({ href, rel: isExternalHref(href) ? "noopener nofollow" : undefined });
}
