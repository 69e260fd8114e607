import { diffArrays } from "diff";
import type { BodyDocument } from "@zhibu/domain/articles/document/body-schema";
import { factKeyAsText, type FactText } from "@zhibu/domain/baseline/fact-text";
import { bodyLines, type ReviewLine } from "./body-lines.ts";
import { diffWords, likeness, type DiffPart } from "./diff-words.ts";

/** One line of the difference; `cells` holds one run of parts, or one per cell of a table row. */
export type DiffLine = {
  change: "same" | "added" | "removed" | "changed";
  kind: ReviewLine["kind"];
  level: number;
  cells: readonly (readonly DiffPart[])[];
  /** The picture shown, for lines of that kind. */
  mediaId: string | null;
};

/** Two lines this alike are one line that was changed, not one gone and one new. */
const likenessMin = 0.4;

const keyOf = (line: ReviewLine): string => JSON.stringify([line.kind, line.level, line.cells, line.identity]);

/** Compares two bodies: blocks are aligned first, then the words within blocks that were changed. */
export function diffBodies(
  from: BodyDocument | null,
  to: BodyDocument,
  factText: FactText = factKeyAsText,
): DiffLine[] {
  const old = from === null ? [] : bodyLines(from, factText);
  const now = bodyLines(to, factText);
  const lines: DiffLine[] = [];
  let [oldAt, nowAt] = [0, 0];
  let gone: ReviewLine[] = [];
  for (const { added, removed, count } of diffArrays(old.map(keyOf), now.map(keyOf))) {
    if (removed) {
      gone.push(...old.slice(oldAt, oldAt + count));
      oldAt += count;
    } else if (added) {
      lines.push(...pairUp(gone, now.slice(nowAt, nowAt + count)));
      gone = [];
      nowAt += count;
    } else {
      lines.push(
        ...gone.map((line) => whole(line, "removed")),
        ...now.slice(nowAt, nowAt + count).map((line) => whole(line, "same")),
      );
      gone = [];
      oldAt += count;
      nowAt += count;
    }
  }
  return [...lines, ...gone.map((line) => whole(line, "removed"))];
}

/** Within a run of old and new lines, each new line takes the first old one it resembles; between such pairs, what went stands before what came. */
function pairUp(gone: readonly ReviewLine[], come: readonly ReviewLine[]): DiffLine[] {
  const lines: DiffLine[] = [];
  let [oldAt, nowAt] = [0, 0];
  const flush = (oldTo: number, nowTo: number) => {
    lines.push(
      ...gone.slice(oldAt, oldTo).map((line) => whole(line, "removed")),
      ...come.slice(nowAt, nowTo).map((line) => whole(line, "added")),
    );
  };
  for (const [index, now] of come.entries()) {
    const found = gone.findIndex((line, at) => at >= oldAt && resembles(line, now));
    const old = gone[found];
    if (!old) continue;
    flush(found, index);
    lines.push(changed(old, now));
    [oldAt, nowAt] = [found + 1, index + 1];
  }
  flush(gone.length, come.length);
  return lines;
}

function resembles(old: ReviewLine, now: ReviewLine): boolean {
  if (old.kind === "picture" || now.kind === "picture") return old.kind === now.kind && old.identity === now.identity;
  return likeness(diffWords(old.cells.join("\n"), now.cells.join("\n"))) >= likenessMin;
}

const mediaIdOf = (line: ReviewLine): string | null => (line.kind === "picture" ? line.identity : null);

function whole(line: ReviewLine, change: "same" | "added" | "removed"): DiffLine {
  return {
    change,
    kind: line.kind,
    level: line.level,
    cells: line.cells.map((text) => [{ change, text }]),
    mediaId: mediaIdOf(line),
  };
}

function changed(old: ReviewLine, now: ReviewLine): DiffLine {
  const cells = Array.from({ length: Math.max(old.cells.length, now.cells.length) }, (_, index) =>
    diffWords(old.cells[index] ?? "", now.cells[index] ?? ""),
  );
  return { change: "changed", kind: now.kind, level: now.level, cells, mediaId: mediaIdOf(now) };
}
