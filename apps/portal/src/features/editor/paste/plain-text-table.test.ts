import { expect, test } from "vitest";
import type { TableNode } from "@zhibu/domain/articles/document/body-schema";
import { parseBody } from "@zhibu/domain/articles/document/parse-body";
import { foundingDocument } from "@zhibu/domain/articles/document/testing/founding-document";
import { inlineText } from "@zhibu/domain/articles/document/walk-body";
import { plainTextBlocks } from "./plain-text-body.ts";
import { plainTextParts } from "./plain-text-table.ts";

/** Rows of cell texts; `↓2` marks a cell that reaches over two rows. */
function rowsOf(table: TableNode): string[][] {
  return table.content.map((row) =>
    row.content.map((cell) => {
      const text = cell.content.map((block) => (block.type === "paragraph" ? inlineText(block.content) : "")).join("⏎");
      return cell.attrs?.rowspan === undefined ? text : `${text}↓${cell.attrs.rowspan}`;
    }),
  );
}

function tablesOf(text: string): string[][][] {
  return plainTextParts(text).flatMap((part) => ("table" in part ? [rowsOf(part.table)] : []));
}

const founding = foundingDocument();

test("the founding document's rubric is a table of ten rows under two first indicators", () => {
  const [rubric = [], ...others] = tablesOf(founding);
  expect(others).toEqual([]);
  expect(rubric[0]).toEqual(["一级指标", "二级指标", "分值（分）", "评分标准"]);
  expect(rubric.map((row) => row[0])).toEqual([
    "一级指标",
    "网站内容（70分）↓6",
    "新闻动态",
    "组织管理",
    "党员教育",
    "信息规范",
    "信息更新",
    "网站管理（30分）↓4",
    "规章制度",
    "专栏维护",
    "安全规范",
  ]);
  expect(rubric.slice(1).reduce((sum, row) => sum + Number(row.at(-2)), 0)).toBe(100);
});

test("around it stand its headings and paragraphs, and the server accepts it all", () => {
  const blocks = plainTextBlocks(founding);
  expect(blocks.filter(({ type }) => type === "heading")).toHaveLength(8);
  expect(blocks.findLastIndex(({ type }) => type === "table")).toBe(blocks.length - 1);
  expect(parseBody({ type: "doc", content: blocks }).content).toHaveLength(blocks.length);
});

test("a text editor that strips line ends takes the empty cells, not the table", () => {
  const stripped = founding.replaceAll(/[ \t]+$/gm, "");
  expect(tablesOf(stripped)).toEqual(tablesOf(founding));
});

test("Windows line ends make no difference", () => {
  expect(tablesOf(founding.replaceAll("\n", "\r\n"))).toEqual(tablesOf(founding));
});

test("several cells on one line, several levels of continued cells", () => {
  const text = "\t部\t组\t人\n\n\t甲部\t一组\t张\n\n\t\t\t李\n\n\t\t二组\t王\n\n\t乙部\t\t赵";
  expect(tablesOf(text)).toEqual([
    [["部", "组", "人"], ["甲部↓3", "一组↓2", "张"], ["李"], ["二组", "王"], ["乙部", "", "赵"]],
  ]);
});

test("rows parted by tabs, as spreadsheets copy them; quoted cells hold line ends and quotes", () => {
  expect(tablesOf('说明如下\n月份\t篇数\n1\t4\n2\t"三\n""篇"""\n谢谢')).toEqual([
    [
      ["月份", "篇数"],
      ["1", "4"],
      ["2", '三⏎"篇"'],
    ],
  ]);
  expect(tablesOf("")).toEqual([]);
  expect(tablesOf('"引文\t甲\n乙\t丙')).toEqual([
    [
      ['"引文', "甲"],
      ["乙", "丙"],
    ],
  ]);
});

test("a tab in a text is no table", () => {
  expect(tablesOf("姓名：\t张三")).toEqual([]);
  expect(tablesOf("\t首行缩进的一段。\n\t又一段。")).toEqual([]);
  expect(tablesOf("\t缩进的一段。\n\n\t又一段。\n\n\t第三段。")).toEqual([]);
});

test("text before, between and after keeps its place", () => {
  const parts = plainTextParts("前\na\tb\nc\td\n中\n\tA\n\tB\n\n\t1\n\t2\n\n后");
  expect(
    parts.map((part) => ("table" in part ? rowsOf(part.table) : part.lines.filter((line) => line !== ""))),
  ).toEqual([
    ["前"],
    [
      ["a", "b"],
      ["c", "d"],
    ],
    ["中"],
    [
      ["A", "B"],
      ["1", "2"],
    ],
    ["后"],
  ]);
});
