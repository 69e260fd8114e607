import { factKeyAsText, type FactText } from "../../baseline/fact-text.ts";
import type { BlockNode, BodyDocument, BodyPath, InlineNode, TableNode } from "./body-schema.ts";
import { cellColumns } from "./table-grid.ts";
import { inlineWords } from "./walk-body.ts";

/** Where a line's words stand: running text, or what readers see or hear of a picture. */
export type BodyPart = "text" | "alt" | "caption";

/** A fact in a line: what it says takes `length` characters from `from`, and one position in the block. */
export type FactInLine = { readonly from: number; readonly length: number };

/** The words of one block. A line break (`\n`) counts as one, as in the editor; where facts stand see `blockRange`. */
export type BodyLine = {
  /** Where the line begins in the whole text. */
  readonly start: number;
  readonly text: string;
  /** The paragraph, heading or picture. */
  readonly path: BodyPath;
  readonly part: BodyPart;
  /** In a table: short texts above in the same column and to the left in the same row, which say what a number is. */
  readonly labels: readonly string[];
  readonly facts: readonly FactInLine[];
};

/** A stretch of the body inside one block. */
export type BodyRange = {
  readonly path: BodyPath;
  readonly part: BodyPart;
  readonly from: number;
  readonly to: number;
};

type Words = Omit<BodyLine, "start">;

const labelCharsMax = 20;
const labelRowsMax = 3;

/** Every block's words in reading order, captions and alternative texts included: the map from the text back to the blocks. */
export function bodyLines(body: BodyDocument, factText: FactText = factKeyAsText): readonly BodyLine[] {
  let start = 0;
  return Array.from(wordsOfBlocks(body.content, [], { labels: [], factText }), (words) => {
    const line = { start, ...words };
    start += words.text.length + 1;
    return line;
  });
}

/** Plain text of the whole body, one line a block; what search indexes. */
export function bodyText(body: BodyDocument, factText: FactText = factKeyAsText): string {
  return bodyLines(body, factText)
    .map((line) => line.text)
    .join("\n");
}

/** The block that holds the stretch `from`–`to` of the whole text; cut at the block's end, undefined outside the text. */
export function placeInBody(lines: readonly BodyLine[], from: number, to: number): BodyRange | undefined {
  const line = lines.findLast(({ start }) => start <= from);
  if (line === undefined || from < 0 || from > line.start + line.text.length) return undefined;
  const { path, part, start, text } = line;
  return { path, part, ...blockRange(line, from - start, Math.min(to - start, text.length)) };
}

/** A stretch of a line's text as positions of its block, where each fact is one; a part of a fact stands for all of it. */
export function blockRange(line: Pick<BodyLine, "facts">, from: number, to: number): { from: number; to: number } {
  return { from: blockPosition(line.facts, from, "start"), to: blockPosition(line.facts, to, "end") };
}

function blockPosition(facts: readonly FactInLine[], offset: number, edge: "start" | "end"): number {
  let shift = 0;
  for (const { from, length } of facts) {
    if (offset >= from + length) shift += length - 1;
    else if (offset > from) return from - shift + (edge === "end" ? 1 : 0);
  }
  return offset - shift;
}

type Surroundings = { readonly labels: readonly string[]; readonly factText: FactText };

function* wordsOfBlocks(blocks: readonly BlockNode[], path: BodyPath, around: Surroundings): Generator<Words> {
  for (const [index, block] of blocks.entries()) yield* wordsOfBlock(block, [...path, index], around);
}

function* wordsOfBlock(block: BlockNode, path: BodyPath, around: Surroundings): Generator<Words> {
  const { labels, factText } = around;
  switch (block.type) {
    case "paragraph":
    case "heading":
      yield { ...wordsOfLine(block.content ?? [], factText), path, part: "text", labels };
      return;
    case "blockquote":
      yield* wordsOfBlocks(block.content, path, around);
      return;
    case "bulletList":
    case "orderedList":
      for (const [index, item] of block.content.entries()) yield* wordsOfBlocks(item.content, [...path, index], around);
      return;
    case "table":
      yield* wordsOfTable(block, path, factText);
      return;
    case "picture":
      if (block.attrs.alt !== "") yield { text: block.attrs.alt, path, part: "alt", labels, facts: [] };
      if (block.attrs.caption !== "") yield { text: block.attrs.caption, path, part: "caption", labels, facts: [] };
      return;
    case "horizontalRule":
      return;
  }
}

function wordsOfLine(content: readonly InlineNode[], factText: FactText): Pick<BodyLine, "text" | "facts"> {
  let text = "";
  const facts: FactInLine[] = [];
  for (const node of content) {
    const words = inlineWords(node, factText);
    if (node.type === "fact") facts.push({ from: text.length, length: words.length });
    text += words;
  }
  return { text, facts };
}

function* wordsOfTable(table: TableNode, path: BodyPath, factText: FactText): Generator<Words> {
  const columns = cellColumns(table);
  const above = new Map<number, string[]>();
  for (const [rowIndex, row] of table.content.entries()) {
    let left = "";
    for (const [cellIndex, cell] of row.content.entries()) {
      const column = columns[rowIndex]?.[cellIndex] ?? 0;
      const labels = [...(above.get(column) ?? []), left].filter((label) => label !== "");
      const words = [...wordsOfBlocks(cell.content, [...path, rowIndex, cellIndex], { labels, factText })];
      yield* words;
      left = asLabel(words);
      if (left === "" || rowIndex >= labelRowsMax) continue;
      for (let covered = column; covered < column + (cell.attrs?.colspan ?? 1); covered += 1) {
        above.set(covered, [...(above.get(covered) ?? []), left]);
      }
    }
  }
}

/** A cell names what stands beside or below it when it is short and holds no figures itself. */
function asLabel(words: readonly Words[]): string {
  const text = words.map((word) => word.text.trim()).join("");
  return text.length > labelCharsMax || /\p{N}/u.test(text) ? "" : text;
}
