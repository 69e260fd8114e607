import { diffArrays } from "diff";

/** A run of text that both have, or only the new or only the old one. */
export type DiffPart = { change: "same" | "added" | "removed"; text: string };

const words = new Intl.Segmenter("zh", { granularity: "word" });

/** Beyond this many words a comparison word by word costs more than it shows. */
const wordsMax = 20_000;

const segments = (text: string): string[] => Array.from(words.segment(text), ({ segment }) => segment);

/** The difference of two texts in Chinese words, not characters, so that it reads. */
export function diffWords(from: string, to: string): DiffPart[] {
  if (from === to) return to === "" ? [] : [{ change: "same", text: to }];
  const [old, now] = [segments(from), segments(to)];
  if (old.length + now.length > wordsMax) return wholly(from, to);
  return diffArrays(old, now).map(({ added, removed, value }) => ({
    change: added ? "added" : removed ? "removed" : "same",
    text: value.join(""),
  }));
}

function wholly(from: string, to: string): DiffPart[] {
  const parts: DiffPart[] = [
    { change: "removed", text: from },
    { change: "added", text: to },
  ];
  return parts.filter((part) => part.text !== "");
}

/** How much of two texts is common, 0 to 1, by length of the common parts. */
export function likeness(parts: readonly DiffPart[]): number {
  const sizeOf = (change: DiffPart["change"]) =>
    parts.filter((part) => part.change === change).reduce((sum, part) => sum + part.text.trim().length, 0);
  const same = sizeOf("same");
  const larger = same + Math.max(sizeOf("added"), sizeOf("removed"));
  return larger === 0 ? 1 : same / larger;
}
