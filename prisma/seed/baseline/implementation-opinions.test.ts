import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { bodyText } from "@zhibu/domain/articles/document/body-text";
import { doc } from "@zhibu/domain/articles/document/build-body";
import { parseBody } from "@zhibu/domain/articles/document/parse-body";
import { readFoundingDocument } from "./implementation-opinions.ts";

const { title, blocks } = readFoundingDocument();
const body = parseBody(doc(...blocks));
const table = body.content.find((block) => block.type === "table");
const rows = table?.content ?? [];
const cellText = (cell: (typeof rows)[number]["content"][number] | undefined): string =>
  bodyText(doc(...(cell?.content ?? [])));

test("the title and the five sections are there", () => {
  expect(title).toBe("关于加强基层党建网站建设的实施意见");
  const headings = body.content.filter((block) => block.type === "heading").map((block) => bodyText(doc(block)));
  expect(headings).toEqual(
    expect.arrayContaining([
      "一、建设目标",
      "二、信息规范",
      "三、信息内容",
      "四、安全保密",
      "五、监督检查",
      "（一）新闻动态",
    ]),
  );
});

test("the rubric is a table of eleven rows whose groups span six and four", () => {
  expect(rows).toHaveLength(11);
  expect(rows[0]?.content.map(cellText)).toEqual(["一级指标", "二级指标", "分值（分）", "评分标准"]);
  const spans = rows.flatMap((row) => row.content.flatMap((cell) => cell.attrs?.rowspan ?? []));
  expect(spans).toEqual([6, 4]);
});

test("its points make one hundred, seventy and thirty", () => {
  const points = rows.slice(1).map((row) => Number(cellText(row.content.at(-2))));
  expect(points).toEqual([3, 15, 20, 15, 7, 10, 10, 8, 6, 6]);
  expect(points.slice(0, 6).reduce((sum, each) => sum + each)).toBe(70);
});

test("no word of the document is lost", () => {
  const squeeze = (text: string) => text.replaceAll(/\s+/gu, "");
  const source = readFileSync(new URL("implementation-opinions-2013.txt", import.meta.url), "utf8");
  expect(squeeze(title + bodyText(body))).toBe(squeeze(source));
});

test("its date stands right", () => {
  const date = body.content.find((block) => bodyText(doc(block)) === "2013年5月28日");
  expect(date).toMatchObject({ type: "paragraph", attrs: { textAlign: "right" } });
});
