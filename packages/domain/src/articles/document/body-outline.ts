import type { BodyDocument, BodyPath, HeadingLevel } from "./body-schema.ts";
import { inlineText, walkBody } from "./walk-body.ts";

export type OutlineEntry = {
  /** Anchor in the rendered page: `h-1`, `h-2` … in reading order. */
  readonly id: string;
  /** As rendered: gaps are closed, for a screen reader that jumps from h2 to h4 suggests that something is missing. */
  readonly level: HeadingLevel;
  readonly text: string;
  readonly path: BodyPath;
};

/** The headings readers get; empty ones are left out here and in the page. */
export function bodyOutline(body: BodyDocument): OutlineEntry[] {
  const outline: OutlineEntry[] = [];
  for (const { node, path } of walkBody(body)) {
    if (node.type !== "heading") continue;
    const text = inlineText(node.content).replaceAll("\n", " ").trim();
    if (text === "") continue;
    const level = noDeeperThan(node.attrs.level, outline.at(-1)?.level);
    outline.push({ id: `h-${outline.length + 1}`, level, text, path });
  }
  return outline;
}

function noDeeperThan(level: HeadingLevel, previous: HeadingLevel | undefined): HeadingLevel {
  if (previous === undefined) return 2;
  return previous === 2 && level === 4 ? 3 : level;
}
