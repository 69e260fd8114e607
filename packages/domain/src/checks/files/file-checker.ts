import { type FileFinding, fileFindingsMax, type FilePlace } from "./file-reading.ts";
import { findAcrossCells, findAcrossLines } from "./find-across.ts";
import { findInLine, type LineFind } from "./find-in-line.ts";

export type FileCell = { readonly text: string; readonly place: FilePlace };

/** Takes the text of one file piece by piece, in reading order, and keeps only what was found and where. */
export type FileChecker = {
  /** A paragraph, a line of a page, a property. `flows`: it goes on from the line before, so a number may be cut there. */
  line(text: string, place: FilePlace, flows?: boolean): void;
  /** A row of a table, its cells in order; `columns` are their column numbers where cells are missing. */
  row(cells: readonly FileCell[], columns?: readonly number[]): void;
  /** Another table begins: the headings of the one before say nothing of it. */
  table(): void;
  found(): { readonly findings: readonly FileFinding[]; readonly findingCount: number };
};

const headingCharsMax = 20;

/** Longer lines are cut, with an overlap in which any number fits: a detector must not be given a megabyte. */
const lineCharsMax = 20_000;
const overlap = 80;

function* pieces(text: string): Generator<string> {
  for (let at = 0; at === 0 || at < text.length; at += lineCharsMax - overlap) yield text.slice(at, at + lineCharsMax);
}

/** @param inner the name of the file within an archive, empty for the file itself. */
export function fileChecker(inner = ""): FileChecker {
  const findings: FileFinding[] = [];
  let findingCount = 0;
  let above = "";
  let headings = new Map<number, string>();

  function report(finds: readonly LineFind[], place: FilePlace): void {
    findingCount += finds.length;
    for (const { kind, hint } of finds) {
      if (findings.length < fileFindingsMax) findings.push({ kind, hint, inner, place });
    }
  }

  function cell({ text, place }: FileCell, column: number, left: string | undefined): void {
    const heading = headings.get(column);
    const labels = [heading, left].filter((label) => label !== undefined);
    for (const piece of pieces(text)) report(findInLine(piece, labels), place);
    const words = text.trim();
    if (words !== "" && words.length <= headingCharsMax && !/\p{N}/u.test(words)) headings.set(column, words);
  }

  return {
    line(text, place, flows = false) {
      for (const piece of pieces(text)) report(findInLine(piece), place);
      if (flows) report(findAcrossLines(above, text), place);
      above = text;
    },
    row(cells, columns) {
      above = "";
      for (const [index, each] of cells.entries()) {
        const left = cells[index - 1]?.text.trim();
        cell(each, columns?.[index] ?? index, left !== undefined && left.length <= headingCharsMax ? left : undefined);
      }
      const [first] = cells;
      if (first !== undefined) report(findAcrossCells(cells.map(({ text }) => text)), first.place);
    },
    table() {
      headings = new Map();
      above = "";
    },
    found: () => ({ findings, findingCount }),
  };
}
