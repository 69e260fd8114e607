// @vitest-environment jsdom
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { cleanPastedHtml, prepareOfficeHtml } from "./clean-pasted-html.ts";

const fixture = (name: string) => readFileSync(path.join(import.meta.dirname, "testing", name), "utf8");
const clean = (html: string) => cleanPastedHtml(html).html.replaceAll(/\s*\n\s*/g, "");

/** Cells and lines as text, to compare without markup. */
function lines(html: string): string[] {
  const document = new DOMParser().parseFromString(html, "text/html");
  return [...document.querySelectorAll("p, h2, h3, h4, li, td, th")]
    .filter((element) => element.querySelector("p, ul, ol") === null)
    .map((element) => `${element.localName}:${(element.textContent ?? "").replaceAll(/ +/g, " ")}`);
}

test("Word: fonts, classes, indents and empty paragraphs go, words stay", () => {
  const html = clean(fixture("word-notice.html"));
  expect(html).not.toMatch(/class|lang|mso|font-(?:family|size)|color|width|<o:|<!--|&nbsp;|<span/);
  expect(lines(html)).toEqual([
    "p:关于召开主题党日活动的通知",
    "p:为深入学习贯彻党的创新理论，经研究，定于10月15日召开主题党日活动，现将有关事项通知如下。",
    "h2:一、 活动安排",
    "p:1. 集中学习",
    "p:a. 领学文件",
    "p:2. 交流研讨",
    "p:请提前准备发言材料。",
    "p:3. 总结讲话",
    "h3:（二）人员分工",
    "p:组别",
    "p:姓名",
    "p:任务",
    "p:会务组",
    "p:张　三",
    "p:签到",
    "p:",
    "p:2026年10月8日",
  ]);
});

test("Word: merged cells and alignment that means something stay", () => {
  const html = clean(fixture("word-notice.html"));
  expect(html).toContain('<td rowspan="2"><p>会务组</p></td>');
  expect(html).toContain('<td colspan="2"><p></p></td>');
  expect(html).toContain('<th><p style="text-align:center">组别</p></th>');
  expect(html).toContain('<p style="text-align:center"><b>关于召开主题党日活动的通知</b></p>');
  expect(html).toContain('<p style="text-align:right">2026年10月8日</p>');
});

test("lists: numbers a browser can't write become text, each run is a list of its own", () => {
  const prepared = prepareOfficeHtml(fixture("word-notice.html"));
  const document = new DOMParser().parseFromString(prepared, "text/html");
  const declared = [...document.querySelectorAll("p")].map(
    (p) => /mso-list:(\S+ level\d)/.exec(p.getAttribute("style") ?? "")?.[1],
  );
  expect(declared.filter((list) => list !== undefined)).toEqual([
    "l10000 level1",
    "l10000 level2",
    "l10000 level1",
    "l20000 level1",
  ]);
  expect(lines(clean(prepared))).toContain("h2:一、活动安排");
});

test("WPS: numbered headings, bullets of a symbol font, tracked deletions", () => {
  const prepared = prepareOfficeHtml(fixture("wps-report.html"));
  const html = clean(prepared);
  expect(lines(html)).toContain("h3:（一）理论学习");
  expect(html).toContain('<h2 style="text-align:center">党支部学习情况</h2>');
  expect(html).toContain("<p>一季度，支部共开展集中学习3次。</p>");
  expect(html).not.toContain("删去的字");
  expect(html).toContain('<td colspan="2"><p style="text-align:center">学习统计</p></td>');
  expect(prepared).toContain("1.");
});

test("a picture leaves a slot beside its line", () => {
  const { html, pictures } = cleanPastedHtml(fixture("wps-report.html"));
  expect(pictures.map(({ file }) => file)).toEqual([null]);
  expect(html).toMatch(/<figure data-picture-slot="[^"]+"><\/figure><p>合影<\/p>/);
});

test("pictures whose bytes came along are files", () => {
  const png = new Blob([new Uint8Array([1, 2])], { type: "image/png" });
  const { pictures } = cleanPastedHtml(fixture("wps-report.html"), [png]);
  expect(pictures[0]?.file).toMatchObject({ name: "paste-1.png", type: "image/png", size: 2 });
  expect(cleanPastedHtml(fixture("wps-report.html"), [png, png]).pictures[0]?.file).toBeNull();
  const inline = cleanPastedHtml('<p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></p>');
  expect(inline.pictures[0]?.file).toMatchObject({ name: "paste-1.gif", type: "image/gif" });
});

test("Excel: cells, with the blanks people fill empty ones with gone", () => {
  const html = clean(fixture("excel-range.html"));
  expect(html).toContain(
    '<tr><td>月份</td><td>篇数</td><td>备注</td></tr><tr><td style="text-align:right">1</td><td style="text-align:right">4</td><td></td></tr>',
  );
});

test("an old web page: paragraphs drawn with breaks and blanks, scripts, counters", () => {
  const { html, pictures } = cleanPastedHtml(fixture("old-web-page.html"));
  expect(html).toMatch(/^<p>第一段文字。<\/p><p>第二段文字。<\/p><div>第三段/);
  expect(html).toContain("第三段<b>重点</b>文字。");
  expect(html).not.toMatch(/script|onerror|img/);
  expect(pictures).toHaveLength(1);
});

test("headings begin at our first level; long or ending sentences are none", () => {
  expect(clean("<h1>甲</h1><h2><b>乙</b></h2><h5>丙</h5>")).toBe("<h2>甲</h2><h3>乙</h3><h4>丙</h4>");
  expect(clean("<h2>甲</h2>")).toBe("<h2>甲</h2>");
  expect(clean("<p>一、积极宣传党的路线方针政策。</p>")).toBe("<p>一、积极宣传党的路线方针政策。</p>");
  expect(clean('<p class="x" style="mso-outline-level:2">小节</p>')).toBe("<h3>小节</h3>");
});

test("wrapped source lines close up between Chinese words and stay a blank between Latin ones", () => {
  expect(clean("<p>党的路线\n方针</p>")).toBe("<p>党的路线方针</p>");
  expect(clean("<p><span>党的</span>\n<span>路线，</span>\n<b>方针</b></p>")).toBe("<p>党的路线，<b>方针</b></p>");
  expect(cleanPastedHtml("<p>open\nsource</p>").html).toBe("<p>open\nsource</p>");
});

test("what this editor copied stays as it is", () => {
  const own = '<p data-pm-slice="1 1 []" class="x">　甲</p>';
  expect(cleanPastedHtml(own)).toEqual({ html: own, pictures: [] });
});
