/** Groups that only separators part, and their digits in one piece. */
type Run = {
  readonly digits: string;
  /** Where each group begins in the text. */
  readonly from: readonly number[];
  /** Where each group begins in `digits`, and at the end how many there are. */
  readonly at: readonly number[];
};

/** Neighbouring groups of digits read as one number: `138-1234-5678` is the groups 3, 4, 4. */
export class DigitWindow {
  readonly digits: string;
  readonly #run: Run;
  readonly #start: number;
  readonly #end: number;

  /** The groups of the run from `start` up to, without, `end`. */
  constructor(ofRun: Run, start: number, end: number) {
    this.digits = ofRun.digits.slice(ofRun.at[start], ofRun.at[end]);
    this.#run = ofRun;
    this.#start = start;
    this.#end = end;
  }

  get from(): number {
    return this.#run.from[this.#start] ?? 0;
  }

  get to(): number {
    return (this.#run.from[this.#end - 1] ?? 0) + this.#lengthOf(this.#end - 1);
  }

  /** Length of each group. */
  get groups(): readonly number[] {
    return Array.from({ length: this.#end - this.#start }, (_, index) => this.#lengthOf(this.#start + index));
  }

  /** A number, or these groups of it, spelt digit by digit (`1 3 8 …`) and not a part of a longer one spelt so. */
  isSpelledOut(groups = this.groups): boolean {
    const isAlone = this.#lengthOf(this.#start - 1) !== 1 && this.#lengthOf(this.#end) !== 1;
    return isAlone && groups.every((length) => length === 1);
  }

  #lengthOf(group: number): number {
    const { at } = this.#run;
    return (at[group + 1] ?? 0) - (at[group] ?? 0);
  }
}

/** What may part groups, as a pattern: spaces, hyphens, dots and underscores; never a tab or a line break, which part columns. */
export const groupSeparator = "[ .\\-_·•・]";

const run = new RegExp(`\\d+(?:${groupSeparator}{1,3}\\d+)*`, "g");

/**
 * Every window of whole groups with one of these numbers of digits, the longest first where several begin at one group.
 * A group is never cut: eleven digits inside a longer serial number are no phone number.
 */
export function* digitWindows(text: string, lengths: readonly number[]): Generator<DigitWindow> {
  const longestFirst = lengths.toSorted((a, b) => b - a);
  const shortest = Math.min(...lengths);
  for (const { 0: words, index } of text.matchAll(run)) {
    if (words.length >= shortest) yield* windowsIn(readRun(words, index), longestFirst);
  }
}

function readRun(words: string, index: number): Run {
  const from: number[] = [];
  const at = [0];
  let digits = "";
  for (const group of words.matchAll(/\d+/g)) {
    from.push(index + group.index);
    digits += group[0];
    at.push(digits.length);
  }
  return { digits, from, at };
}

function* windowsIn(groups: Run, lengths: readonly number[]): Generator<DigitWindow> {
  const groupAt = new Map(groups.at.map((at, group) => [at, group]));
  for (const [start, at] of groups.at.entries()) {
    for (const length of lengths) {
      const end = groupAt.get(at + length);
      if (end !== undefined) yield new DigitWindow(groups, start, end);
    }
  }
}
