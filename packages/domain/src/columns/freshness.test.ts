import { expect, test } from "vitest";
import { cadenceKey } from "./cadence.ts";
import { freshnessOf, lastItemAt } from "./freshness.ts";

const now = new Date("2026-11-23T12:00:00+08:00");
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60 * 1000);

test.each([
  [10, null, { state: "blank" }],
  [null, null, { state: "blank" }],
  [null, 5_000, { state: "standing" }],
  [10, 0, { state: "fresh" }],
  [10, 6, { state: "fresh" }],
  [10, 7, { state: "due", daysLeft: 3 }],
  [10, 10, { state: "due", daysLeft: 0 }],
  [10, 10.9, { state: "due", daysLeft: 0 }],
  [10, 11, { state: "overdue", daysOver: 1 }],
  [365, 291, { state: "fresh" }],
  [365, 292, { state: "due", daysLeft: 73 }],
] as const)("every %s days, newest %s days ago", (cadence, age, freshness) => {
  expect(freshnessOf(cadence, age === null ? null : daysAgo(age), now)).toEqual(freshness);
});

test("news is new items, elsewhere an updated page counts", () => {
  const dates = { lastPublishedAt: daysAgo(90), lastRevisedAt: daysAgo(2) };
  expect(lastItemAt("news", dates)).toEqual(daysAgo(90));
  expect(lastItemAt("organisation", dates)).toEqual(daysAgo(2));
});

test("every cadence has words", () => {
  expect([10, 31, 365, null, 17].map((days) => cadenceKey(days))).toEqual([
    "thriceMonthly",
    "monthly",
    "yearly",
    "standing",
    "everyDays",
  ]);
});
