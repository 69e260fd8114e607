import type { BodyDocument, BodyNode, BodyPath, InlineNode } from "../articles/document/body-schema.ts";
import { bodyLines } from "../articles/document/body-text.ts";
import { inlineSize } from "../articles/document/walk-body.ts";
import { factPlaceholder, type CorrectableText } from "./search-words.ts";
import type { WordFinder, WordMatch } from "./word-finder.ts";

/** The text with every stretch the finder stops at put right; everything else, formatting included, stays as it is. */
export function replaceWords<Text extends CorrectableText>(text: Text, find: WordFinder): Text {
  const put = (words: string): string => replaceIn(words, find(words, []));
  return {
    ...text,
    title: put(text.title),
    subtitle: put(text.subtitle),
    summary: put(text.summary),
    body: replaceInBody(text.body, find),
  };
}

type Places = ReadonlyMap<string, readonly WordMatch[]>;

function replaceInBody(body: BodyDocument, find: WordFinder): BodyDocument {
  const lines = bodyLines(body, () => factPlaceholder);
  const places: Places = new Map(lines.map((line) => [placeKey(line.path, line.part), find(line.text, line.labels)]));
  return { ...body, content: replaceInAll(body.content, [], places) };
}

function placeKey(path: BodyPath, part: string): string {
  return `${path.join(".")}/${part}`;
}

function replaceInAll<Node extends BodyNode>(nodes: readonly Node[], path: BodyPath, places: Places): Node[] {
  // Every branch below returns a node of the type it was given.
  return nodes.map((node, index) => replaceInNode(node, [...path, index], places) as Node);
}

function replaceInNode(node: BodyNode, path: BodyPath, places: Places): BodyNode {
  switch (node.type) {
    case "paragraph":
    case "heading": {
      const matches = places.get(placeKey(path, "text")) ?? [];
      return matches.length === 0 ? node : { ...node, content: replaceInline(node.content ?? [], matches) };
    }
    case "picture": {
      const put = (part: "alt" | "caption") => replaceIn(node.attrs[part], places.get(placeKey(path, part)) ?? []);
      return { ...node, attrs: { ...node.attrs, alt: put("alt"), caption: put("caption") } };
    }
    default:
      // Whatever holds others holds, afterwards, as many of the same types.
      return "content" in node
        ? ({ ...node, content: replaceInAll<BodyNode>(node.content, path, places) } as BodyNode)
        : node;
  }
}

/** A stretch over several text nodes becomes words of the first: they keep its formatting. */
function replaceInline(content: readonly InlineNode[], matches: readonly WordMatch[]): InlineNode[] {
  let at = 0;
  return content.flatMap((node): InlineNode[] => {
    const start = at;
    at += inlineSize(node);
    if (node.type !== "text") return [node];
    const own = matches.flatMap((match): WordMatch[] => {
      const from = Math.max(match.from, start);
      const to = Math.min(match.to, at);
      if (from >= to) return [];
      return [
        { ...match, from: from - start, to: to - start, replacement: match.from >= start ? match.replacement : "" },
      ];
    });
    const text = replaceIn(node.text, own);
    return text === "" ? [] : [{ ...node, text }];
  });
}

function replaceIn(text: string, matches: readonly WordMatch[]): string {
  let result = text;
  for (const { from, to, replacement } of matches.toSorted((a, b) => b.from - a.from)) {
    result = result.slice(0, from) + replacement + result.slice(to);
  }
  return result;
}
