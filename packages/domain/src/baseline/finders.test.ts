import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { doc, fact, h, marked, p, picture, table, ul } from "../articles/document/build-body.ts";
import { parseBody } from "../articles/document/parse-body.ts";
import { factFinder, type ChangedFact } from "./fact-finder.ts";
import { replaceWords } from "./replace-words.ts";
import { searchWords } from "./search-words.ts";
import { findTermVariants, variantFinder, type StandardTerm } from "./term-finder.ts";

const members: ChangedFact = { name: "党员总数", unit: "名", oldValue: "1286", newValue: "1302" };

function certainty(text: string, change: Partial<ChangedFact> = {}, labels: readonly string[] = []): string[] {
  const changed = { ...members, ...change };
  return factFinder(changed)(text, labels).map(
    ({ from, to, sure }) => `${text.slice(from, to)} ${sure ? "sure" : "likely"}`,
  );
}

describe("an old value written by hand", () => {
  test.each([
    ["学院现有党员1286名", ["1286 sure"]],
    ["学院共有党员１２８６人", ["１２８６ sure"]],
    ["党员总数为 1,286", ["1,286 sure"]],
    ["在籍1286名，分布在八个院系", ["1286 likely"]],
    ["图书馆藏书1286册", []],
    ["党员活动经费12860元", []],
    ["党员编号01286", []],
    ["党员占比1286.5", []],
    ["党员登记1286年", []],
    ["党员大会。会议室1286间", []],
  ])("%s", (text, expected) => {
    expect(certainty(text)).toEqual(expected);
  });

  test("a short figure needs more around it than a long one", () => {
    expect(certainty("发展党员12名", { oldValue: "12" })).toEqual(["12 likely"]);
    expect(certainty("党员12个小组", { oldValue: "12" })).toEqual([]);
    expect(certainty("全院共有党员912人", { oldValue: "912" })).toEqual(["912 sure"]);
    expect(certainty("党建图书912种，欢迎党员借阅", { oldValue: "912" })).toEqual(["912 likely"]);
    expect(certainty("党员总数12", { oldValue: "12" })).toEqual(["12 sure"]);
    expect(certainty("2026年12月", { oldValue: "12", name: "基层党组织数", unit: "个" })).toEqual([]);
  });

  test("what a table calls it counts", () => {
    expect(certainty("1286", {}, ["党员总数"])).toEqual(["1286 sure"]);
    expect(certainty("1286", {}, ["在校生"])).toEqual([]);
  });

  test("names need their office nearby, addresses and telephones speak for themselves", () => {
    const secretary = { name: "党委书记", unit: "", oldValue: "张立新", newValue: "王海燕" };
    expect(certainty("党委书记张立新讲授党课", secretary)).toEqual(["张立新 sure"]);
    expect(certainty("教师张立新获奖", secretary)).toEqual([]);
    const phone = { name: "办公电话", unit: "", oldValue: "0373-3029001", newValue: "0373-3029888" };
    expect(certainty("请拨0373-3029001", phone)).toEqual(["0373-3029001 sure"]);
    expect(certainty("请拨0373-30290012", phone)).toEqual([]);
  });
});

const term = (words: string, ...variants: string[]): StandardTerm => ({
  id: words,
  words,
  variants,
  note: "",
  severity: "warn",
});

describe("wrong variants", () => {
  const terms = [
    term("中国共产党", "中国共产档"),
    term("四个意识", "四种意识", "四个意思"),
    term("党支部委员会", "支部委员会议", "支部委员会"),
    term("“两学一做”", "两学一做"),
  ];
  const found = (text: string) =>
    findTermVariants(text, terms).map(({ variant, replacement }) => `${variant}→${replacement}`);

  test("each with what should stand there, the longest first", () => {
    expect(found("增强四种意识，召开支部委员会议")).toEqual(["四种意识→四个意识", "支部委员会议→党支部委员会"]);
  });

  test("inside the right expression a variant is right", () => {
    expect(found("党支部委员会讨论“两学一做”学习教育")).toEqual([]);
    expect(found("开展两学一做学习教育")).toEqual(["两学一做→“两学一做”"]);
  });

  test("no terms, no findings", () => {
    expect(findTermVariants("四种意识", [])).toEqual([]);
  });
});

const text = {
  title: "党员1286名",
  subtitle: "",
  summary: "共有党员 1286 名",
  body: doc(
    h(2, "党员总数1286"),
    p(["现有党员1", marked("28", "bold"), "6名，另有", fact("member-count"), "名"]),
    ul("党员1286名"),
    table([
      ["党员总数", "党支部"],
      ["1286", "38"],
    ]),
    picture("01939d5c-0000-7000-8000-000000000001", { alt: "党员1286名合影", caption: "无" }),
    p("邮编1286号"),
  ),
};

test("everything found is put right, formatting and references stay", () => {
  const find = factFinder(members);
  expect(searchWords(text, find)).toEqual({ occurrences: 7, excerpt: "党员1286名", sure: true });
  const corrected = replaceWords(text, find);
  expect(searchWords(corrected, find)).toBeNull();
  expect(corrected.title).toBe("党员1302名");
  expect(corrected.body.content[1]).toEqual(p(["现有党员1302", "名，另有", fact("member-count"), "名"]));
  expect(corrected.body.content.at(-1)).toEqual(p("邮编1286号"));
});

test("property: a corrected text still parses and keeps its shape", () => {
  const words = fc.constantFrom("党员", "1286", "1302", "名", "。", "12", "四种意识");
  const line = fc.array(words, { maxLength: 8 }).map((parts) => parts.join(""));
  const find = factFinder(members);
  const variants = variantFinder("四个意识", "四种意识", [term("四个意识", "四种意识")]);
  fc.assert(
    fc.property(fc.array(fc.array(line, { maxLength: 4 }), { maxLength: 4 }), (paragraphs) => {
      const body = doc(
        ...paragraphs.map((lines) => p(lines.map((each, index) => (index % 2 === 0 ? each : marked(each, "bold"))))),
      );
      const given = { title: "", subtitle: "", summary: "", body };
      const corrected = replaceWords(given, find);
      expect(corrected.body.content).toHaveLength(body.content.length);
      expect(() => parseBody(corrected.body)).not.toThrow();
      expect(searchWords(corrected, find)).toBeNull();
      expect(searchWords(replaceWords(given, variants), variants)).toBeNull();
    }),
  );
});
