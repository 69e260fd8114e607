import type { BodyDocument, BodyPath } from "./body-schema.ts";
import { inlineSize, inlineText, walkBody } from "./walk-body.ts";

export type BodyLink = {
  readonly href: string;
  readonly text: string;
  /** The text block that holds the link; offsets count its characters, a line break and a fact as one. */
  readonly path: BodyPath;
  readonly from: number;
  readonly to: number;
};

/** Every link once, even where formatting cuts its text into several nodes. */
export function bodyLinks(body: BodyDocument): BodyLink[] {
  const links: BodyLink[] = [];
  for (const { node, path } of walkBody(body)) {
    if (node.type !== "paragraph" && node.type !== "heading") continue;
    let from = 0;
    let open: BodyLink | undefined;
    for (const inline of node.content ?? []) {
      const text = inlineText([inline]);
      const to = from + inlineSize(inline);
      const marks = inline.type === "hardBreak" ? [] : (inline.marks ?? []);
      const href = marks.find((mark) => mark.type === "link")?.attrs.href;
      if (open !== undefined && open.href === href) {
        open = { ...open, text: open.text + text, to };
        links[links.length - 1] = open;
      } else if (href !== undefined) {
        open = { href, text, path, from, to };
        links.push(open);
      } else {
        open = undefined;
      }
      from = to;
    }
  }
  return links;
}
