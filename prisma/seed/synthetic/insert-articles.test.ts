import { expect, test } from "vitest";
import { planStatements } from "./insert-articles.ts";
import { shareArticles, type SyntheticBranch } from "./synthetic-branches.ts";

const branches = (count: number, articles: number): SyntheticBranch[] =>
  shareArticles(count, articles).map((share, index) => ({
    tenantId: `t${index}`,
    people: [],
    columnIds: [],
    articles: share,
  }));

const rowsOf = (statements: ReturnType<typeof planStatements>): number[] =>
  statements.map((stretches) => stretches.reduce((sum, { from, to }) => sum + to - from + 1, 0));

test.each([
  [1, 25_000],
  [3, 10],
  [7, 100_000],
  [1_000, 1_000_000],
])("%i branches share %i articles, ten thousand at most a statement", (count, articles) => {
  const rows = rowsOf(planStatements(branches(count, articles)));
  expect(rows.reduce((sum, each) => sum + each, 0)).toBe(articles);
  expect(Math.max(...rows)).toBeLessThanOrEqual(10_000);
});

test("each branch is numbered from one without a gap", () => {
  const stretches = planStatements(branches(2, 30_001)).flat();
  const own = stretches.filter(({ branch }) => branch.tenantId === "t0");
  expect(own.map(({ from, to }) => [from, to])).toEqual([
    [1, 10_000],
    [10_001, 15_001],
  ]);
});

test("of many branches the first holds a fortieth of all, the others share the rest", () => {
  const [large, ...others] = shareArticles(1_000, 1_000_000);
  expect(large).toBe(25_000);
  expect([Math.min(...others), Math.max(...others)]).toEqual([975, 976]);
  expect(shareArticles(3, 10)).toEqual([4, 3, 3]);
});
