import type { FindingPlace } from "./finding.ts";
import { normaliseText, type NormalisedText } from "./normalise-text.ts";

/** One stretch of words the detectors look at: a field, a block of the body, a file's name. */
export type CheckedLine = {
  readonly text: string;
  readonly normal: NormalisedText;
  /** What headings of a table call this line; see `BodyLine`. */
  readonly labels: readonly string[];
  /** In a file's name `_` and `-` part words. */
  readonly isFileName: boolean;
  /** Whether a stretch belongs to a fact by reference, whose words are the college's to change. */
  readonly isFixed: (from: number, to: number) => boolean;
  /** Where a stretch of the line stands in the article. */
  readonly place: (from: number, to: number) => FindingPlace;
};

/** A stretch a detector stopped at, in offsets of the original text. */
export type Match = {
  readonly from: number;
  readonly to: number;
  /** The match in one spelling, whatever disguise it wore. */
  readonly value: string;
  readonly replacement?: string;
};

export function checkedLine(
  text: string,
  place: CheckedLine["place"],
  extras: Partial<Pick<CheckedLine, "labels" | "isFileName" | "isFixed">> = {},
): CheckedLine {
  return { text, normal: normaliseText(text), labels: [], isFileName: false, isFixed: () => false, place, ...extras };
}

/** A stretch of the normalised text as a match in the original. */
export function normalMatch({ normal }: CheckedLine, from: number, to: number, value: string): Match {
  return { ...normal.original(from, to), value };
}

/** The matches that share no character with one before them or with what is covered already, in reading order. */
export function withoutOverlaps(matches: Iterable<Match>, covered = new Set<number>()): Match[] {
  const kept: Match[] = [];
  for (const match of matches) {
    const units = Array.from({ length: match.to - match.from }, (_, index) => match.from + index);
    if (units.some((unit) => covered.has(unit))) continue;
    for (const unit of units) covered.add(unit);
    kept.push(match);
  }
  return kept.sort((a, b) => a.from - b.from);
}
