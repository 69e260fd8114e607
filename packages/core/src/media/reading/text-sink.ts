import { type FileCell, type FileChecker, fileChecker } from "@zhibu/domain/checks/files/file-checker";
import {
  type FileFinding,
  fileFindingsMax,
  type FilePlace,
  type UnreadReason,
} from "@zhibu/domain/checks/files/file-reading";
import { readingLimits } from "./reading-limits.ts";
import { Unreadable } from "./unreadable.ts";

/** Where readers of formats put the text they come upon; it is judged at once and not kept. */
export type TextSink = Pick<FileChecker, "line" | "row" | "table"> & {
  /** The sink of a file within this one; the limits are shared. */
  readonly within: (inner: string) => TextSink;
  /** Something in the file was left unread, and the rest goes on. */
  readonly skipped: (reason: UnreadReason) => void;
  /** How many levels of archives the text lies in. */
  readonly depth: number;
};

export type Gathered = {
  readonly sink: TextSink;
  readonly results: () => {
    readonly findings: readonly FileFinding[];
    readonly findingCount: number;
    readonly shownChars: number;
    readonly skipped: UnreadReason | null;
  };
};

const besides: ReadonlySet<FilePlace["at"]> = new Set(["properties", "name", "headerFooter", "elsewhere"]);

/**
 * A sink that counts what it is given and stops the reader at the limits.
 * @param isLate whether the time for this file is over.
 */
export function gather(isLate: () => boolean): Gathered {
  const checkers: FileChecker[] = [];
  let chars = 0;
  /** Characters of what the file shows, for a scan has a title and an author as well. */
  let shownChars = 0;
  let skipped: UnreadReason | null = null;

  function count(text: string, { at }: FilePlace): void {
    const length = text.trim().length;
    chars += length;
    if (!besides.has(at)) shownChars += length;
    if (chars > readingLimits.charsMax) throw new Unreadable("tooLong");
    if (isLate()) throw new Unreadable("tooSlow");
  }

  function sinkOf(inner: string, depth: number): TextSink {
    const checker = fileChecker(inner);
    checkers.push(checker);
    return {
      depth,
      within: (name) => sinkOf([inner, name].filter((part) => part !== "").join(" › "), depth + 1),
      skipped: (reason) => {
        skipped ??= reason;
      },
      line(text: string, place: FilePlace, flows?: boolean) {
        count(text, place);
        checker.line(text, place, flows);
      },
      row(cells: readonly FileCell[], columns?: readonly number[]) {
        for (const { text, place } of cells) count(text, place);
        checker.row(cells, columns);
      },
      table: () => checker.table(),
    };
  }

  return {
    sink: sinkOf("", 0),
    results: () => {
      const found = checkers.map((checker) => checker.found());
      return {
        findings: found.flatMap(({ findings }) => findings).slice(0, fileFindingsMax),
        findingCount: found.reduce((sum, { findingCount }) => sum + findingCount, 0),
        shownChars,
        skipped,
      };
    },
  };
}
