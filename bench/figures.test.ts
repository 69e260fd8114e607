import { expect, test } from "vitest";
import { isMet, median, percentile } from "./figures.ts";

test("percentiles by nearest rank", () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect([percentile(hundred, 95), percentile(hundred, 99), percentile(hundred, 100), median([3, 1, 2])]).toEqual([
    95, 99, 100, 2,
  ]);
  expect(percentile([], 50)).toBeNaN();
});

test("a figure meets what was asked, at the limit too; without a question it meets nothing", () => {
  const figure = { target: "P1", what: "", value: 0.8, unit: "×" };
  expect(isMet({ ...figure, asked: { atLeast: 0.8 } })).toBe(true);
  expect(isMet({ ...figure, asked: { atMost: 0.7 } })).toBe(false);
  expect(isMet(figure)).toBeNull();
});
