// @vitest-environment jsdom
import { readFileSync } from "node:fs";
import path from "node:path";
import { Editor } from "@tiptap/core";
import { afterEach, expect, test, vi } from "vitest";
import { parseBody } from "@zhibu/domain/articles/document/parse-body";
import { renderBody } from "@zhibu/domain/articles/document/render-body";
import { documentExtensions } from "../document/document-extensions.ts";
import { savedBody } from "../document/saved-body.ts";
import { CleanPaste } from "./clean-paste-extension.ts";

let editor: Editor | undefined;
afterEach(() => editor?.destroy());

function open(options = {}): Editor {
  editor = new Editor({
    element: document.createElement("div"),
    extensions: [...documentExtensions(), CleanPaste.configure(options)],
    content: "<p></p>",
  });
  return editor;
}

/** What readers would get of the editor's document, through the same gate the server has. */
function readersHtml(from: Editor): string {
  const body = parseBody(savedBody(from.getJSON()));
  return renderBody(body, { tableLabel: (n) => `表${n}`, mediaUrl: () => undefined });
}

/** jsdom knows no clipboard events, and its URLs are not Node's. */
const pasteEvent = () => new Event("paste") as ClipboardEvent;
const foundingDocument = readFileSync(
  path.join(import.meta.dirname, "../../../../../../prisma/seed/baseline/implementation-opinions-2013.txt"),
  "utf8",
);
const fixture = (name: string) => readFileSync(path.join(import.meta.dirname, "testing", name), "utf8");

test("Word's notice becomes headings, nested lists in their places and a table", () => {
  const into = open();
  into.view.pasteHTML(fixture("word-notice.html"), pasteEvent());
  const html = readersHtml(into);
  expect(html).toContain('<h2 id="h-1">一、活动安排</h2>');
  expect(html).toContain(
    '<ol><li>集中学习<ol type="a"><li>领学文件</li></ol></li><li>交流<strong>研讨</strong></li></ol><p>请提前准备发言材料。</p><ol start="3"><li>总结讲话</li></ol>',
  );
  expect(html).toContain('<td rowspan="2">会务组</td>');
  expect(html).toContain('<p class="ta-right">2026年10月8日</p>');
  expect(html).not.toMatch(/mso|style=|　为|<p><\/p>/);
});

test("WPS's report keeps its bullets and links, loses script addresses", () => {
  const into = open();
  into.view.pasteHTML(fixture("wps-report.html"), pasteEvent());
  const html = readersHtml(into);
  expect(html).toContain("<ul><li>学原文</li><li>悟原理</li></ul><ol><li>自学</li><li>研讨</li></ol>");
  expect(html).toContain("坏链接");
  expect(html).not.toContain("javascript");
  expect(html).toContain('<a href="https://www.example.edu.cn/" rel="noopener nofollow">学校主页</a>');
});

test("the pictures of a paste get slots in the text, which are not saved", async () => {
  const onPictures = vi.fn<(pictures: readonly unknown[]) => void>();
  const into = open({ onPictures });
  into.view.pasteHTML(fixture("word-notice.html"), pasteEvent());
  expect(JSON.stringify(into.getJSON())).toContain("pictureSlot");
  expect(JSON.stringify(savedBody(into.getJSON()))).not.toContain("pictureSlot");
  await vi.waitFor(() => expect(onPictures).toHaveBeenCalledOnce());
});

test("the founding document as plain text: headings, and the rubric as a table with its merged cells", () => {
  const into = open();
  into.view.pasteText(foundingDocument, pasteEvent());
  const html = readersHtml(into);
  expect(html.match(/<h2/g)).toHaveLength(5);
  expect(html).toContain('<th scope="col">一级指标</th><th scope="col">二级指标</th>');
  expect(html).toContain('<td rowspan="6">网站内容（70分）</td><td>栏目规划</td><td>3</td>');
  expect(html).toContain('<td rowspan="4">网站管理（30分）</td>');
  expect(html).not.toContain("<p></p>");
});

test("a document's first line becomes the title of an article without one, and is not repeated", async () => {
  const onTitle = vi.fn<(title: string) => void>();
  const into = open({ onTitle });
  into.view.pasteText(foundingDocument, pasteEvent());
  await vi.waitFor(() => expect(onTitle).toHaveBeenCalledWith("关于加强基层党建网站建设的实施意见"));
  expect(into.getText()).toMatch(/^各基层党组织：/);
  const again = open({ onTitle, title: () => "关于加强基层党建网站建设的实施意见" });
  again.view.pasteText(foundingDocument, pasteEvent());
  expect(again.getText()).toMatch(/^各基层党组织：/);
});

test("elsewhere, and with another title, a first line is a line", () => {
  const titled = open({ title: () => "别的标题" });
  titled.view.pasteText(foundingDocument, pasteEvent());
  expect(titled.getText()).toMatch(/^关于加强/);
  const begun = open();
  begun.commands.setContent("<p>已有文字</p>");
  begun.view.pasteText("甲乙丙\n丁\n戊", pasteEvent());
  expect(begun.getText()).toContain("甲乙丙");
});

test("one pasted line joins the line it is pasted into", () => {
  const into = open();
  into.commands.setContent("<p>前后</p>");
  into.commands.setTextSelection(2);
  into.view.pasteText("中", pasteEvent());
  expect(into.getText()).toBe("前中后");
});

test("what is copied inside the editor comes back unchanged", () => {
  const into = open();
  into.commands.setContent("<p>　甲</p><p>乙</p>");
  into.commands.selectAll();
  const { dom } = into.view.serializeForClipboard(into.state.selection.content());
  into.commands.setContent("<p></p>");
  into.view.pasteHTML(dom.innerHTML, pasteEvent());
  expect(into.getText({ blockSeparator: "|" })).toBe("　甲|乙");
});
