import { expect, test } from "vitest";
import { seededRandom } from "./random.ts";
import { expandTemplate } from "./template.ts";

const none = (name: string): string => {
  throw new SyntaxError(`no slot named ${name}`);
};
const expand = (template: string, slots = none) => expandTemplate(template, slots, seededRandom("test"));

test("alternatives give each of theirs in time, an empty one too", () => {
  const random = seededRandom("many");
  const seen = new Set(Array.from({ length: 200 }, () => expandTemplate("甲[乙|丙|]", none, random)));
  expect(seen).toEqual(new Set(["甲乙", "甲丙", "甲"]));
});

test("alternatives nest, and slots stand in them", () => {
  expect(expand("[[甲]]")).toBe("甲");
  expect(expand("[{a}]", (name) => `${name}[!]`)).toBe("a!");
});

test("a bar outside brackets is a bar", () => {
  expect(expand("| 甲 | 乙 |")).toBe("| 甲 | 乙 |");
});

test.each(["[甲|乙", "{甲", "甲[乙|[丙]"])("%s is refused", (template) => {
  expect(() => expand(template)).toThrow(SyntaxError);
});

test("slots that name each other are refused", () => {
  expect(() => expand("{a}", () => "{a}")).toThrow(/too deep/u);
});
