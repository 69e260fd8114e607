import { expect, test } from "vitest";
import { bodyOutline } from "./body-outline.ts";
import { doc, h, p } from "./build-body.ts";
import { foundingDocument } from "./testing/founding-document.ts";
import { textToBody } from "./text-to-body.ts";

test("headings by their numbering, sentences with a number stay paragraphs", () => {
  const text = [
    "　　各基层党组织：",
    "",
    "一、建设目标",
    "（一）积极宣传党的路线方针政策。",
    "三、信息内容\r",
    "（一）新闻动态",
    "(二）组织管理",
    "2013年5月28日",
  ].join("\n");
  expect(textToBody(text)).toEqual(
    doc(
      p("各基层党组织："),
      h(2, "一、建设目标"),
      p("（一）积极宣传党的路线方针政策。"),
      h(2, "三、信息内容"),
      h(3, "（一）新闻动态"),
      h(3, "(二）组织管理"),
      p("2013年5月28日", "right"),
    ),
  );
});

test("markup in a text is text", () => {
  expect(textToBody("<b>一</b>")).toEqual(doc(p("<b>一</b>")));
  expect(textToBody(" \n\t")).toEqual(doc(p()));
});

test("a text beyond the limits is refused", () => {
  expect(() => textToBody("字".repeat(200_001))).toThrow("body.tooLong");
});

test("the founding document's outline", () => {
  const outline = bodyOutline(textToBody(foundingDocument()));
  expect(outline.map(({ level, text }) => `h${level} ${text}`)).toEqual([
    "h2 一、建设目标",
    "h2 二、信息规范",
    "h2 三、信息内容",
    "h3 （一）新闻动态",
    "h3 （二）组织管理",
    "h3 （三）党员教育",
    "h2 四、安全保密",
    "h2 五、监督检查",
  ]);
});
