import { expect, test } from "vitest";
import { freeLoginName, loginNameBase, loginNameSchema } from "./login-name.ts";

test.each([
  [["zhang", "wei"], "zhangwei"],
  [["Anna Müller"], "annamuller"],
  [["di", "li", "re", "ba", "·", "di", "li", "mu", "la", "ti"], "dilirebadilimulati"],
  [["𠮷"], "yonghu"],
  [[], "yonghu"],
])("%j begins as %s", (syllables, base) => {
  expect(loginNameBase(syllables)).toBe(base);
});

test("a name of any length leaves room for its number", () => {
  const base = loginNameBase(Array.from({ length: 50 }, () => "zhuang"));
  const taken = new Set([base, ...Array.from({ length: 9_998 }, (_, index) => `${base}${index + 2}`)]);
  expect(loginNameSchema.parse(freeLoginName(base, taken))).toBe(`${base}10000`);
});

test("people of one name are told apart by a number", () => {
  expect(freeLoginName("zhangwei", new Set())).toBe("zhangwei");
  expect(freeLoginName("zhangwei", new Set(["zhangwei", "zhangwei2", "zhangwei4"]))).toBe("zhangwei3");
});

test.each([
  [" Ｚhang.Wei ", "zhang.wei"],
  ["2006013", "2006013"],
  ["webmaster.jichu", "webmaster.jichu"],
])("%s is taken as %s", (typed, name) => {
  expect(loginNameSchema.parse(typed)).toBe(name);
});

test.each(["z", "张伟", "zhang wei", ".zhang", "zhang..wei", "a".repeat(41), "zhang@example.com", ""])(
  "%s is no login name",
  (typed) => {
    expect(loginNameSchema.safeParse(typed).success).toBe(false);
  },
);
