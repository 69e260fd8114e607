// @vitest-environment jsdom
import { Editor } from "@tiptap/core";
import { afterEach, expect, test } from "vitest";
import {
  doc,
  fact,
  h,
  link,
  marked,
  ol,
  p,
  picture,
  quote,
  table,
  ul,
} from "@zhibu/domain/articles/document/build-body";
import { parseBody } from "@zhibu/domain/articles/document/parse-body";
import { documentExtensions } from "./document-extensions.ts";
import { Fact } from "./fact-node.ts";
import { positionOf, rangeOf } from "./place-in-document.ts";
import { normalisedBody, savedBody } from "./saved-body.ts";

let editor: Editor | undefined;
afterEach(() => editor?.destroy());

function open(content: object | string, extensions = documentExtensions()): Editor {
  editor = new Editor({ element: document.createElement("div"), extensions, content });
  return editor;
}

const mediaId = "018f0000-0000-7000-8000-000000000001";
const slot = { type: "pictureSlot", attrs: { slotId: "s" } };

test("everything a body may hold survives the editor", () => {
  const body = doc(
    h(2, "一级"),
    h(4, "三级", "center"),
    p(["甲", marked("乙", "bold", "italic", "underline", "strike"), marked("2", "superscript")], "right"),
    p([link("https://example.com/", "链接"), marked("2", "subscript")]),
    p(["党员", fact("member-count"), "名", { ...fact("secretary"), marks: [{ type: "bold" }] }]),
    ul("甲", "乙"),
    ol("甲"),
    quote(p("引")),
    { type: "horizontalRule" },
    table([
      ["表", "头"],
      ["一", "二"],
    ]),
    picture(mediaId, { alt: "图", caption: "说明", width: "small" }),
    p("末"),
  );
  expect(parseBody(savedBody(open(body).getJSON()))).toEqual(parseBody(body));
});

test("copied within the editor a fact stays a reference; as plain text its words go", () => {
  const body = doc(p(["党员", fact("member-count"), "名"]));
  const extensions = documentExtensions({ fact: Fact.configure({ textOf: () => "1286" }) });
  const from = open(body, extensions);
  const [html, text] = [from.getHTML(), from.getText()];
  from.destroy();
  expect(text).toBe("党员1286名");
  expect(html).toContain('<span data-fact="member-count">1286</span>');
  expect(parseBody(savedBody(open(html).getJSON()))).toEqual(parseBody(body));
});

test("a slot leaves no trace in what is saved, nor an empty cell", () => {
  const cell = { type: "tableCell", content: [slot] };
  const into = open({
    type: "doc",
    content: [slot, { type: "table", content: [{ type: "tableRow", content: [cell] }] }, p("后")],
  });
  expect(normalisedBody(into.getJSON())?.content.map(({ type }) => type)).toEqual(["table", "paragraph"]);
});

test("a path of the body leads to the same place behind a slot", () => {
  const into = open({ type: "doc", content: [p("前"), slot, ul("甲", "乙丙"), p("后")] });
  const document = into.state.doc;
  const textAt = (path: readonly number[], from: number, to: number) => {
    const range = rangeOf(document, path, from, to);
    return range === undefined ? undefined : document.textBetween(range.from, range.to);
  };
  expect(textAt([0], 0, 1)).toBe("前");
  expect(textAt([1, 1, 0], 1, 2)).toBe("丙");
  expect(textAt([2], 0, 9)).toBe("后");
  expect(positionOf(document, [7])).toBeUndefined();
  expect(positionOf(document, [])).toBeUndefined();
});
