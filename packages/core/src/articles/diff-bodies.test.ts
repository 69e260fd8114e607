import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { doc, h, p, picture, table, ul } from "@zhibu/domain/articles/document/build-body";
import { diffBodies } from "./diff-bodies.ts";
import { diffWords } from "./diff-words.ts";

const marked = (from: Parameters<typeof diffBodies>[0], to: Parameters<typeof diffBodies>[1]) =>
  diffBodies(from, to).map(
    (line) =>
      `${line.change} ${line.kind}: ${line.cells.map((cell) => cell.map(({ change, text }) => (change === "same" ? text : change === "added" ? `[+${text}]` : `[-${text}]`)).join("")).join(" | ")}`,
  );

describe("the difference a reviewer reads", () => {
  test("names the words that changed, not the whole paragraph", () => {
    expect(marked(doc(p("支部三十名党员参加了活动。")), doc(p("支部三十五名党员参加了活动。")))).toEqual([
      "changed paragraph: 支部[-三十][+三十五]名党员参加了活动。",
    ]);
  });

  test("keeps what stayed, shows what came and what went", () => {
    const from = doc(h(2, "一、时间"), p("五月二十日下午在报告厅举行。"), p("请准时参加。"));
    const to = doc(h(2, "一、时间"), p("请准时参加。"), p("联系人为组织员。"));
    expect(marked(from, to)).toEqual([
      "same heading: 一、时间",
      "removed paragraph: [-五月二十日下午在报告厅举行。]",
      "same paragraph: 请准时参加。",
      "added paragraph: [+联系人为组织员。]",
    ]);
  });

  test("compares tables row by row and cell by cell", () => {
    const from = doc(
      table([
        ["栏目规划", "3"],
        ["新闻动态", "15"],
      ]),
    );
    const to = doc(
      table([
        ["栏目规划", "3"],
        ["新闻动态", "20"],
      ]),
    );
    expect(marked(from, to)).toEqual(["same tableRow: 栏目规划 | 3", "changed tableRow: 新闻动态 | [-15][+20]"]);
  });

  test("tells one picture from another with the same words", () => {
    const [a, b] = ["019a0000-0000-7000-8000-00000000000a", "019a0000-0000-7000-8000-00000000000b"];
    expect(
      diffBodies(doc(picture(a, { alt: "合影" })), doc(picture(b, { alt: "合影" }))).map((line) => [
        line.change,
        line.mediaId,
      ]),
    ).toEqual([
      ["removed", a],
      ["added", b],
    ]);
  });

  test("shows everything as new where there is nothing to compare with", () => {
    expect(diffBodies(null, doc(p("一"), ul("二"))).every((line) => line.change === "added")).toBe(true);
  });
});

test("the parts of a difference always spell out both texts", () => {
  const text = fc.string({ unit: fc.constantFrom("支", "部", "党", "员", "，", "a", " ", "1"), maxLength: 60 });
  fc.assert(
    fc.property(text, text, (from, to) => {
      const parts = diffWords(from, to);
      const spell = (without: string) =>
        parts
          .filter((part) => part.change !== without)
          .map((part) => part.text)
          .join("");
      expect([spell("added"), spell("removed")]).toEqual([from, to]);
    }),
  );
});
