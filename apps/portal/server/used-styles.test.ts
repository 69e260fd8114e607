import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { usedStyles } from "./used-styles.ts";

const css = (sheet: string, ...names: string[]) => usedStyles(sheet, new Set(names)).css;

describe("of a style sheet stays what a page with these classes and ids can use", () => {
  test.each([
    ["a rule of a class it has", ".a{color:red}", ".a{color:red}"],
    ["none of a class it has not", ".x{color:red}", ""],
    ["an id as well", "#a{color:red}#x{color:red}", "#a{color:red}"],
    ["rules of elements, always", "table{color:red}", "table{color:red}"],
    ["nothing that needs a class it has not beside one it has", ".a .x,.x>.a,.a.x{color:red}", ""],
    ["a list of which it has one", ".a,.x{color:red}", ".a,.x{color:red}"],
    ["what must not have a class it has not", ".a:not(.x){color:red}", ".a:not(.x){color:red}"],
    ["either of two", ".a:is(.x,.b){color:red}", ".a:is(.x,.b){color:red}"],
    [
      "states, however they are written",
      ".a:hover,.a:has(:checked)::after{top:0}",
      ".a:hover,.a:has(:checked):after{top:0}",
    ],
    [
      "its rules in a query, and no empty query",
      "@media print{.a{top:0}}@media print{.x{top:0}}",
      "@media print{.a{top:0}}",
    ],
    ["names that must be escaped", String.raw`.sm\:a{top:0}.sm\:x{top:0}`, String.raw`.sm\:a{top:0}`],
  ])("%s", (_what, sheet, expected) => {
    expect(css(sheet, "a", "b", "sm:a")).toBe(expected);
  });

  test("rules stay in their order, each once, and those alone", () => {
    const names = ["a", "b", "c", "d", "e", "f"];
    const rules = fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(rules, fc.subarray(names), (order, present) => {
        const sheet = order.map((name, index) => `.${name}{--n${index}:1}`).join("");
        const kept = [...css(sheet, ...present).matchAll(/--n(\d+)/gu)].map(([, index]) => Number(index));
        expect(kept).toEqual(order.flatMap((name, index) => (present.includes(name) ? [index] : [])));
      }),
    );
  });
});

test("the hash is that of what stays", () => {
  const styles = usedStyles(".a{color:red}.x{color:red}", new Set(["a"]));
  expect(styles.hash).toBe(createHash("sha256").update(".a{color:red}").digest("base64"));
});

test("pages that use the same part share it, whatever else they name", () => {
  const sheet = ".a{color:red}.b{color:red}";
  expect(usedStyles(sheet, new Set(["a", "other"]))).toBe(usedStyles(sheet, new Set(["a"])));
});
