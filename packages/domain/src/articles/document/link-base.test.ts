import { expect, test } from "vitest";
import { doc, link, p, ul } from "./build-body.ts";
import { hasSitePaths, withLinkBase } from "./link-base.ts";
import { parseBody } from "./parse-body.ts";

const body = doc(p(["见", link("/a/12", "原文"), link("https://example.cn/a/1", "网站")]), ul(link("/c/news", "栏目")));

test("paths of the site lead to where it was written, everything else stays", () => {
  expect(hasSitePaths(body)).toBe(true);
  const based = parseBody(withLinkBase(body, "https://dangban.example.cn"));
  expect(based).toEqual(
    doc(
      p(["见", link("https://dangban.example.cn/a/12", "原文"), link("https://example.cn/a/1", "网站")]),
      ul(link("https://dangban.example.cn/c/news", "栏目")),
    ),
  );
  expect(hasSitePaths(based)).toBe(false);
});
