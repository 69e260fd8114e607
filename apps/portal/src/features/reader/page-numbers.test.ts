import { expect, test } from "vitest";
import { pageNumbers } from "./page-numbers.ts";

test("few pages are all listed", () => {
  expect(pageNumbers(1, 1)).toEqual([1]);
  expect(pageNumbers(2, 5)).toEqual([1, 2, 3, 4, 5]);
});

test("many pages leave gaps on both sides", () => {
  expect(pageNumbers(10, 40)).toEqual([1, null, 8, 9, 10, 11, 12, null, 40]);
});

test("a gap of one page is that page", () => {
  expect(pageNumbers(4, 7)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(pageNumbers(5, 9)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
});
