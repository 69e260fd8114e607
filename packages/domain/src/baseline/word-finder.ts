/** A stretch of a text that should read otherwise. */
export type WordMatch = {
  readonly from: number;
  readonly to: number;
  readonly replacement: string;
  /** The words around leave no doubt; otherwise a person has to look. */
  readonly sure: boolean;
};

/** Looks through one line; `labels` is what a table calls it. */
export type WordFinder = (text: string, labels: readonly string[]) => readonly WordMatch[];

const wordsAround = 18;

/** The match with some words around it, as one line. */
export function excerptAround(text: string, { from, to }: { from: number; to: number }): string {
  const start = Math.max(0, from - wordsAround);
  const end = Math.min(text.length, to + wordsAround);
  const words = text.slice(start, end).toWellFormed().replaceAll("\ufffd", "").replace(/\s+/g, " ");
  return `${start > 0 ? "…" : ""}${words}${end < text.length ? "…" : ""}`;
}
