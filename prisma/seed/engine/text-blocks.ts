import type { BlockNode, InlineNode } from "@zhibu/domain/articles/document/body-schema";
import { fact, h, marked, ol, p, quote, table, ul } from "@zhibu/domain/articles/document/build-body";

type LineKind = "h2" | "h3" | "bullet" | "ordered" | "quote" | "row" | "text";

const prefixes: readonly (readonly [RegExp, LineKind])[] = [
  [/^## /u, "h2"],
  [/^### /u, "h3"],
  [/^- /u, "bullet"],
  [/^\d+\. /u, "ordered"],
  [/^> /u, "quote"],
  [/^\| /u, "row"],
];

function readLine(line: string): { kind: LineKind; text: string } {
  const found = prefixes.find(([pattern]) => pattern.test(line));
  return found ? { kind: found[1], text: line.replace(found[0], "") } : { kind: "text", text: line };
}

/** `**bold**` runs and `[[fact-key]]` references among plain words. */
function inline(text: string): (string | InlineNode)[] {
  return text.split(/(\*\*.+?\*\*|\[\[[a-z-]+\]\])/u).map((run) => {
    if (run.startsWith("**")) return marked(run.slice(2, -2), "bold");
    return run.startsWith("[[") ? fact(run.slice(2, -2)) : run;
  });
}

function cellsOf(line: string): string[] {
  return line.replace(/\s*\|\s*$/u, "").split(/\s*\|\s*/u);
}

const dateLine = /^\d{4}年\d{1,2}月\d{1,2}日$/u;
const signature = /^\S{2,20}(?:党总支|直属党支部)(?:委员会)?$/u;

/** The issuer's name and the date at a document's end stand right, as in print. */
function textBlock(line: string): BlockNode {
  return dateLine.test(line) || signature.test(line) ? p(line, "right") : p(inline(line));
}

function blocksOfKind(kind: LineKind, lines: readonly string[]): BlockNode[] {
  switch (kind) {
    case "h2":
      return lines.map((line) => h(2, line));
    case "h3":
      return lines.map((line) => h(3, line));
    case "bullet":
      return [ul(...lines.map(inline))];
    case "ordered":
      return [ol(...lines.map(inline))];
    case "quote":
      return [quote(...lines.map((line) => p(inline(line))))];
    case "row":
      return [table(lines.map(cellsOf))];
    case "text":
      return lines.map(textBlock);
  }
}

/**
 * The corpus's own small markup as blocks, one line each: `## ` and `### ` headings, `- ` and `1. ` lists,
 * `> ` quotes, `| a | b |` table rows (the first is the header), `[[key]]` a fact of the college; anything else is a paragraph. Neighbours of one kind join.
 */
export function blocksOf(text: string): BlockNode[] {
  const groups: { kind: LineKind; lines: string[] }[] = [];
  for (const line of text.split("\n")) {
    if (line.trim() === "") continue;
    const { kind, text: content } = readLine(line.trim());
    const last = groups.at(-1);
    if (last?.kind === kind) last.lines.push(content);
    else groups.push({ kind, lines: [content] });
  }
  return groups.flatMap(({ kind, lines }) => blocksOfKind(kind, lines));
}
