import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AppError } from "../../kernel/app-error.ts";
import { bodyLimits } from "./body-limits.ts";
import { doc, link, marked, p, table } from "./build-body.ts";
import { parseBody } from "./parse-body.ts";
import { renderBody } from "./render-body.ts";
import { arbitraryBody } from "./testing/arbitrary-body.ts";
import { foreignMarkup } from "./testing/read-html.ts";

const mediaId = "01939d5c-0000-7000-8000-000000000001";
const options = { mediaUrl: (id: string, width: number) => `/media/${id}/w${width}.webp`, tableLabel: () => "表格" };

function docOf(...content: unknown[]): unknown {
  return { type: "doc", content };
}

function textOf(text: unknown, marks?: unknown): unknown {
  return docOf({ type: "paragraph", content: [{ type: "text", text, ...(marks === undefined ? {} : { marks }) }] });
}

function factOf(attrs: unknown): unknown {
  return docOf({ type: "paragraph", content: [{ type: "fact", attrs }] });
}

function refusal(value: unknown): unknown {
  try {
    parseBody(value);
  } catch (error) {
    return error;
  }
  return undefined;
}

describe("what the editor sends", () => {
  test("defaults Tiptap writes out are left away", () => {
    const cell = { colspan: 1, rowspan: 1, colwidth: null, align: null };
    const sent = docOf(
      { type: "heading", attrs: { level: 2, textAlign: null }, content: [{ type: "text", text: "一、目标" }] },
      { type: "paragraph", attrs: { textAlign: null } },
      {
        type: "orderedList",
        attrs: { start: 1, type: null },
        content: [{ type: "listItem", content: [{ type: "paragraph", attrs: { textAlign: null } }] }],
      },
      {
        type: "table",
        content: [
          { type: "tableRow", content: [{ type: "tableCell", attrs: cell, content: [{ type: "paragraph" }] }] },
        ],
      },
      { type: "picture", attrs: { mediaId: mediaId.toUpperCase(), alt: null, caption: null, width: null } },
    );
    expect(parseBody(sent)).toEqual(
      docOf(
        { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "一、目标" }] },
        { type: "paragraph" },
        { type: "orderedList", content: [{ type: "listItem", content: [{ type: "paragraph" }] }] },
        {
          type: "table",
          content: [{ type: "tableRow", content: [{ type: "tableCell", content: [{ type: "paragraph" }] }] }],
        },
        { type: "picture", attrs: { mediaId, alt: "", caption: "", width: "full" } },
      ),
    );
  });

  test("a link keeps its address alone", () => {
    const attrs = { href: "https://example.cn/", target: "_blank", rel: "noopener", class: "x", title: null };
    expect(parseBody(textOf("看", [{ type: "link", attrs }]))).toEqual(doc(p(link("https://example.cn/", "看"))));
  });

  test("marks get one order, and neighbours with equal marks become one text", () => {
    const content = [
      { type: "text", text: "党", marks: [{ type: "italic" }, { type: "bold" }] },
      { type: "text", text: "支部", marks: [{ type: "bold" }, { type: "italic" }, { type: "bold" }] },
    ];
    expect(parseBody(docOf({ type: "paragraph", content }))).toEqual(doc(p(marked("党支部", "bold", "italic"))));
  });

  test("of two links on one text the first stays, and empty text goes", () => {
    const marks = ["/a/1", "/a/2"].map((href) => ({ type: "link", attrs: { href } }));
    const content = [
      { type: "text", text: "看", marks },
      { type: "text", text: "" },
      { type: "text", text: "\u0000" },
    ];
    expect(parseBody(docOf({ type: "paragraph", content }))).toEqual(doc(p(link("/a/1", "看"))));
  });

  test("an empty document is one empty paragraph, as the editor needs it", () => {
    expect(parseBody({ type: "doc" })).toEqual(doc(p()));
  });

  test("pasted list numbering that makes no sense means the default", () => {
    const item = { type: "listItem", content: [{ type: "paragraph" }] };
    expect(parseBody(docOf({ type: "orderedList", attrs: { start: null, type: "disc" }, content: [item] }))).toEqual(
      docOf({ type: "orderedList", content: [item] }),
    );
  });

  test("controls, line breaks and direction marks leave the text", () => {
    expect(parseBody(textOf("a\u0000b\u202ec\r\nd\ud800e\tf"))).toEqual(doc(p("abc d\ufffde\tf")));
  });

  test("the result shares nothing with the input", () => {
    const inner = { type: "text", text: "原文" };
    const parsed = parseBody(docOf({ type: "paragraph", content: [inner] }));
    inner.text = "改了";
    expect(parsed).toEqual(doc(p("原文")));
  });
});

test("a fact keeps its key, known or not, and its marks", () => {
  const kept = p(["党员", { type: "fact", attrs: { key: "nobody-knows-it" }, marks: [{ type: "bold" }] }, "名"]);
  expect(parseBody(doc(kept))).toEqual(doc(kept));
});

describe("what is refused", () => {
  const paragraph = { type: "paragraph" };
  test.each<[string, unknown, string]>([
    ["nothing", undefined, "body.unknownNode"],
    ["a string", "<p>x</p>", "body.unknownNode"],
    ["an array", [], "body.unknownNode"],
    ["a node that isn't a document", { type: "paragraph" }, "body.notADocument"],
    ["an unknown node", docOf({ type: "codeBlock" }), "body.unknownNode"],
    ["raw HTML as a node", docOf({ type: "html", text: "<script>" }), "body.badContent"],
    ["an unknown node with no words", docOf({ type: "iframe", attrs: { src: "//evil" } }), "body.unknownNode"],
    ["text outside a block", docOf({ type: "text", text: "x" }), "body.badContent"],
    ["a block inside a paragraph", docOf({ type: "paragraph", content: [paragraph] }), "body.badContent"],
    ["an empty list", docOf({ type: "bulletList" }), "body.badContent"],
    [
      "an item that begins with a picture",
      docOf({ type: "bulletList", content: [{ type: "listItem", content: [{ type: "horizontalRule" }] }] }),
      "body.badContent",
    ],
    ["a table without rows", docOf({ type: "table", content: [] }), "body.badContent"],
    ["a cell outside a row", docOf({ type: "table", content: [{ type: "tableCell" }] }), "body.badContent"],
    [
      "a leaf with content",
      docOf({ type: "horizontalRule", content: [{ type: "text", text: "x" }] }),
      "body.badContent",
    ],
    ["a block with marks", docOf({ ...paragraph, marks: [{ type: "bold" }] }), "body.badContent"],
    ["text on a block", docOf({ ...paragraph, text: "lost" }), "body.badContent"],
    ["content that isn't a list", docOf({ type: "paragraph", content: { 0: "x" } }), "body.badContent"],
    ["a heading of level 1", docOf({ type: "heading", attrs: { level: 1 } }), "body.badAttribute"],
    ["a heading without level", docOf({ type: "heading" }), "body.badAttribute"],
    ["an unknown attribute", docOf({ type: "paragraph", attrs: { style: "color:red" } }), "body.unknownAttribute"],
    ["an unknown key", docOf({ type: "paragraph", onclick: "x" }), "body.unknownAttribute"],
    [
      "CSS in an alignment",
      docOf({ type: "paragraph", attrs: { textAlign: "left; position: fixed" } }),
      "body.badAttribute",
    ],
    ["a picture with an address", docOf({ type: "picture", attrs: { mediaId, src: "x" } }), "body.unknownAttribute"],
    ["a picture without id", docOf({ type: "picture", attrs: { mediaId: "../x" } }), "body.badAttribute"],
    [
      "a caption that is too long",
      docOf({ type: "picture", attrs: { mediaId, caption: "长".repeat(201) } }),
      "body.badAttribute",
    ],
    ["text that isn't text", textOf(12), "body.badText"],
    ["an unknown mark", textOf("x", [{ type: "textStyle", attrs: { color: "red" } }]), "body.unknownMark"],
    ["attributes on a plain mark", textOf("x", [{ type: "bold", attrs: { id: "x" } }]), "body.unknownAttribute"],
    ["marks that aren't a list", textOf("x", { type: "bold" }), "body.unknownMark"],
    ["a fact with a value of its own", factOf({ key: "member-count", value: "1286" }), "body.unknownAttribute"],
    ["a fact without key", factOf({}), "body.badAttribute"],
    ["a fact whose key is markup", factOf({ key: "<script>" }), "body.badAttribute"],
    [
      "a fact with text",
      docOf({ type: "paragraph", content: [{ type: "fact", attrs: { key: "a" }, text: "x" }] }),
      "body.badContent",
    ],
    ["a fact outside a block", docOf({ type: "fact", attrs: { key: "a" } }), "body.badContent"],
    ["a script link", textOf("x", [{ type: "link", attrs: { href: "javascript:alert(1)" } }]), "body.badLink"],
    ["a link without address", textOf("x", [{ type: "link", attrs: {} }]), "body.badAttribute"],
  ])("%s", (_name, value, reason) => {
    expect(refusal(value)).toBeInstanceOf(AppError);
    expect(refusal(value)).toMatchObject({ code: "INVALID", reason });
  });

  test("the path leads to the node", () => {
    const cell = { type: "tableCell", content: [{ type: "heading", attrs: { level: 9 } }] };
    const value = docOf({ type: "paragraph" }, { type: "table", content: [{ type: "tableRow", content: [cell] }] });
    expect(refusal(value)).toMatchObject({ params: { path: "1.0.0.0", attribute: "level" } });
  });

  test.each([
    `{"type":"doc","__proto__":{"polluted":true}}`,
    `{"type":"doc","content":[{"type":"paragraph","attrs":{"__proto__":{"polluted":true}}}]}`,
    `{"type":"doc","content":[{"type":"heading","attrs":{"level":2,"constructor":{"prototype":{"polluted":1}}}}]}`,
  ])("a prototype in disguise: %s", (json) => {
    expect(refusal(JSON.parse(json))).toMatchObject({ reason: "body.unknownAttribute" });
    expect(Object.prototype).not.toHaveProperty("polluted");
  });
});

describe("limits", () => {
  function nested(levels: number): unknown {
    let node: unknown = { type: "paragraph" };
    for (let level = 1; level < levels; level += 1) node = { type: "blockquote", content: [node] };
    return docOf(node);
  }

  test("depth: the last level allowed, and one more", () => {
    expect(refusal(nested(bodyLimits.depthMax))).toBeUndefined();
    expect(refusal(nested(bodyLimits.depthMax + 1))).toMatchObject({ code: "TOO_LARGE", reason: "body.tooDeep" });
  });

  test("a document that contains itself ends at the depth limit", () => {
    const loop: { type: string; content: unknown[] } = { type: "blockquote", content: [] };
    loop.content.push(loop);
    expect(refusal(docOf(loop))).toMatchObject({ reason: "body.tooDeep" });
  });

  test("nodes, the document counted too", () => {
    const many = (count: number) => docOf(...Array.from({ length: count }, () => ({ type: "horizontalRule" })));
    expect(refusal(many(bodyLimits.nodesMax - 1))).toBeUndefined();
    expect(refusal(many(bodyLimits.nodesMax))).toMatchObject({ reason: "body.tooManyNodes" });
  });

  test("characters", () => {
    expect(refusal(textOf("字".repeat(bodyLimits.charsMax)))).toBeUndefined();
    expect(refusal(textOf("字".repeat(bodyLimits.charsMax + 1)))).toMatchObject({ reason: "body.tooLong" });
  });

  test("bytes, which many long links reach before the other limits", () => {
    const href = `https://example.cn/${"a".repeat(1_900)}`;
    const texts = Array.from({ length: 1_200 }, (_, index) => ({
      type: "text",
      text: "看",
      marks: [{ type: "link", attrs: { href: href + index } }],
    }));
    expect(refusal(docOf({ type: "paragraph", content: texts }))).toMatchObject({ reason: "body.tooBig" });
  });

  test("cells of a table, spans counted for all they cover", () => {
    const row = Array.from({ length: 50 }, () => "");
    expect(refusal(doc(table(Array.from({ length: 40 }, () => row))))).toBeUndefined();
    expect(refusal(doc(table(Array.from({ length: 41 }, () => row))))).toMatchObject({ reason: "body.tooManyCells" });
    const wide = { type: "tableCell", attrs: { colspan: 50, rowspan: 50 }, content: [{ type: "paragraph" }] };
    expect(refusal(docOf({ type: "table", content: [{ type: "tableRow", content: [wide] }] }))).toMatchObject({
      reason: "body.tooManyCells",
    });
  });
});

describe("properties", () => {
  test("what our schema allows passes, and passing twice changes nothing", () => {
    fc.assert(
      fc.property(arbitraryBody, (body) => {
        const once = parseBody(body);
        expect(parseBody(once)).toEqual(once);
        expect(parseBody(JSON.parse(JSON.stringify(once)))).toEqual(once);
      }),
      { numRuns: 500 },
    );
  });

  test("any JSON is refused with a reason or renders to allow-listed markup", () => {
    const names = fc.constantFrom("doc", "paragraph", "text", "heading", "table", "picture", "script", "__proto__");
    const { node } = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.oneof(
        { depthSize: "medium" },
        fc.jsonValue(),
        fc.record(
          {
            type: fc.oneof(names, fc.string()),
            attrs: fc.oneof(fc.jsonValue(), fc.record({ level: fc.integer({ min: 0, max: 5 }) })),
            content: fc.array(tie("node"), { maxLength: 4 }),
            text: fc.string(),
            marks: fc.oneof(fc.jsonValue(), fc.constant([{ type: "bold" }])),
          },
          { requiredKeys: ["type"] },
        ),
      ),
    }));
    const anything = fc.oneof(
      node,
      fc.array(node, { maxLength: 4 }).map((content) => ({ type: "doc", content })),
    );
    fc.assert(
      fc.property(anything, (value) => {
        const error = refusal(value);
        expect(error === undefined || error instanceof AppError).toBe(true);
        expect(error === undefined ? foreignMarkup(renderBody(parseBody(value), options)) : []).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });
});
