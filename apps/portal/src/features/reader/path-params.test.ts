import { expect, test } from "vitest";
import { articleNoOf, pageOf, tenantOf } from "./path-params.ts";

test.each(["0", "01", "1a", "-1", "1.5", "1e3", "9999999999", "", "１"])("%j is no article's number", (segment) => {
  expect(articleNoOf(segment)).toBeNull();
});

test.each([
  ["1", null],
  ["2", 2],
  ["99999", 99_999],
  ["100000", null],
  ["02", null],
  ["two", null],
])("the page %j is %j", (segment, page) => expect(pageOf(segment)).toBe(page));

test("a tenant is an id and nothing else", () => {
  const id = "0198c1f2-7a00-7000-8000-000000000001";
  expect(articleNoOf("17")).toBe(17);
  expect(tenantOf(id)).toBe(id);
  expect(tenantOf("jichu")).toBeNull();
});
