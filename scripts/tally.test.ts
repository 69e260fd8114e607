import { describe, expect, test } from "vitest";
import { closingLine, judged, sumOf, tallyOfPlaywright, tallyOfVitest } from "./tally.ts";

const clean = { passed: 3, failed: 0, skipped: 0 };

describe("a runner's result", () => {
  test("stands as it is when exit code and counts agree", () => {
    expect(judged(0, clean)).toEqual(clean);
    expect(judged(1, { ...clean, failed: 2 })).toEqual({ ...clean, failed: 2 });
  });

  test("is a failure when the runner failed without a failed test", () => {
    expect(judged(1, clean)).toEqual({ ...clean, failed: 1 });
  });

  test("is a failure when nothing ran", () => {
    expect(judged(0, { passed: 0, failed: 0, skipped: 4 })).toEqual({ passed: 0, failed: 1, skipped: 4 });
  });
});

test("reports of both runners are counted", () => {
  const vitest = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };
  const playwright = { stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 2 } };
  expect(sumOf([tallyOfVitest(vitest), tallyOfPlaywright(playwright)])).toEqual({ passed: 13, failed: 2, skipped: 5 });
});

test("the closing line", () => {
  expect(closingLine({ passed: 412, failed: 0, skipped: 0 })).toBe("412 passed, 0 failed");
  expect(closingLine({ passed: 410, failed: 1, skipped: 1 })).toBe("410 passed, 1 failed, 1 skipped");
});
