import { readFile } from "node:fs/promises";

/** How many tests of one runner, or of all of them, did what. */
export type Tally = { readonly passed: number; readonly failed: number; readonly skipped: number };

type VitestReport = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
};

type PlaywrightReport = {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
};

/** Counts of Vitest's JSON report. */
export function tallyOfVitest(report: VitestReport): Tally {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report;
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}

/** Counts of Playwright's JSON report; a test that passed on a second attempt passed. */
export function tallyOfPlaywright({ stats }: PlaywrightReport): Tally {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

/**
 * What a runner's exit code and counts say together. A runner that failed without a failed test (a file that does not
 * compile, an error after the last test, no report at all) counts as one failure; so does one that ran nothing.
 */
export function judged(exitCode: number, tally: Tally): Tally {
  const broken = tally.failed === 0 && (exitCode !== 0 || tally.passed === 0);
  return broken ? { ...tally, failed: 1 } : tally;
}

/** The counts in a report file, or zeros when the runner left none. */
export async function readTally<Report>(file: string, tallyOf: (report: Report) => Tally): Promise<Tally> {
  try {
    // The runner wrote the file a moment ago, in the shape its documentation promises.
    return tallyOf(JSON.parse(await readFile(file, "utf8")) as Report);
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

/** The sum over all runners. */
export function sumOf(tallies: readonly Tally[]): Tally {
  const sum = (pick: (tally: Tally) => number) => tallies.reduce((total, tally) => total + pick(tally), 0);
  return { passed: sum((t) => t.passed), failed: sum((t) => t.failed), skipped: sum((t) => t.skipped) };
}

/** The closing line that CI reads: `412 passed, 0 failed`, with `, 3 skipped` when there were any. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
