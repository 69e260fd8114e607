import { expect, test } from "vitest";
import { h, marked, ol, p, quote, table, ul } from "@zhibu/domain/articles/document/build-body";
import { blocksOf } from "./text-blocks.ts";

test("each kind of line becomes its block, neighbours join", () => {
  const text = "各支部：\n## 一、要求\n- 早\n- 快\n1. 学\n2. 做\n> 实事求是\n| 甲 | 乙 |\n| 1 | |\n**答：**可以。";
  expect(blocksOf(text)).toEqual([
    p("各支部："),
    h(2, "一、要求"),
    ul("早", "快"),
    ol("学", "做"),
    quote(p("实事求是")),
    table([
      ["甲", "乙"],
      ["1", ""],
    ]),
    p([marked("答：", "bold"), "可以。"]),
  ]);
});

test("issuer and date at the end stand right", () => {
  expect(blocksOf("护理学院党总支委员会\n2026年3月5日")).toEqual([
    p("护理学院党总支委员会", "right"),
    p("2026年3月5日", "right"),
  ]);
});
