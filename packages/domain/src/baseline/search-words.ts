import type { BodyDocument } from "../articles/document/body-schema.ts";
import { bodyLines } from "../articles/document/body-text.ts";
import { excerptAround, type WordFinder } from "./word-finder.ts";

/** The words of an article a correction may touch: what readers see of it, not whom it names as source and author. */
export type CorrectableText = {
  readonly title: string;
  readonly subtitle: string;
  readonly summary: string;
  readonly body: BodyDocument;
};

export const correctableFields = ["title", "subtitle", "summary"] as const;

export type FoundWords = {
  readonly occurrences: number;
  /** The first place a person should look at. */
  readonly excerpt: string;
  /** Whether one place at least leaves no doubt. */
  readonly sure: boolean;
};

/** Stands for a fact by reference: it takes its one place, and nothing finds words in it. */
export const factPlaceholder = "\ufffc";

/** Where the finder stops in a text, or null. */
export function searchWords(text: CorrectableText, find: WordFinder): FoundWords | null {
  const lines = [
    ...correctableFields.map((field) => ({ text: text[field], labels: [] })),
    ...bodyLines(text.body, () => factPlaceholder),
  ];
  const places = lines.flatMap((line) => find(line.text, line.labels).map((match) => ({ line, match })));
  const first = places.find(({ match }) => match.sure) ?? places[0];
  if (first === undefined) return null;
  return {
    occurrences: places.length,
    excerpt: excerptAround(first.line.text, first.match).replaceAll(factPlaceholder, "…"),
    sure: first.match.sure,
  };
}
