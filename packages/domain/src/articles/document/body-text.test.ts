import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bodyCharCount, bodyExcerpt } from "./body-excerpt.ts";
import { bodyFacts } from "./body-facts.ts";
import { bodyLinks } from "./body-links.ts";
import { bodyMedia } from "./body-media.ts";
import { bodyOutline } from "./body-outline.ts";
import type { BodyDocument } from "./body-schema.ts";
import { blockRange, bodyLines, bodyText, placeInBody } from "./body-text.ts";
import { br, doc, fact, h, link, marked, p, picture, quote, table, ul } from "./build-body.ts";
import { parseBody } from "./parse-body.ts";
import { arbitraryBody } from "./testing/arbitrary-body.ts";

const id = "01939d5c-0000-7000-8000-000000000001";
const body: BodyDocument = doc(
  h(2, "概况"),
  p(["电话", marked("0373", "bold"), "-3831000", br(), "地址"]),
  ul("一项"),
  quote(picture(id, { alt: "会场", caption: "大会" })),
  table([
    ["姓名", "学号"],
    ["张三", "2026001"],
  ]),
);

describe("text and its map", () => {
  test("one line a block, line breaks inside kept", () => {
    expect(bodyText(body)).toBe("概况\n电话0373-3831000\n地址\n一项\n会场\n大会\n姓名\n学号\n张三\n2026001");
  });

  test("a place in the text leads back to its block, across formatting", () => {
    const text = bodyText(body);
    const lines = bodyLines(body);
    const from = text.indexOf("0373");
    expect(placeInBody(lines, from, from + 12)).toEqual({ path: [1], part: "text", from: 2, to: 14 });
    const caption = text.indexOf("大会");
    expect(placeInBody(lines, caption, caption + 2)).toEqual({ path: [3, 0], part: "caption", from: 0, to: 2 });
    expect(placeInBody(lines, text.length + 1, text.length + 2)).toBeUndefined();
    expect(placeInBody(lines, -1, 1)).toBeUndefined();
  });

  test("a fact says its value, and is one position in its block", () => {
    const factText = (key: string) => (key === "member-count" ? "1286" : undefined);
    const withFacts = doc(p(["党员", fact("member-count"), "名，", fact("unknown"), "尾"]));
    const [line] = bodyLines(withFacts, factText);
    expect(line?.text).toBe("党员1286名，unknown尾");
    expect(bodyFacts(withFacts)).toEqual(["member-count", "unknown"]);
    const block = (words: string) => {
      const from = line?.text.indexOf(words) ?? 0;
      return line && blockRange(line, from, from + words.length);
    };
    expect(block("党员")).toEqual({ from: 0, to: 2 });
    expect(block("1286")).toEqual({ from: 2, to: 3 });
    expect(block("28")).toEqual({ from: 2, to: 3 });
    expect(block("员1286名")).toEqual({ from: 1, to: 4 });
    expect(block("名，")).toEqual({ from: 3, to: 5 });
    expect(block("尾")).toEqual({ from: 6, to: 7 });
  });

  test("a cell knows what stands above it and to its left", () => {
    const cell = bodyLines(body).find((line) => line.text === "2026001");
    expect(cell).toMatchObject({ path: [4, 1, 1, 0], labels: ["学号", "张三"] });
  });

  test("labels follow the grid, not the order of cells", () => {
    const spanned = doc({
      type: "table",
      content: [
        {
          type: "tableRow",
          content: [
            { type: "tableHeader", attrs: { rowspan: 2 }, content: [p("类别")] },
            { type: "tableHeader", content: [p("学号")] },
          ],
        },
        { type: "tableRow", content: [{ type: "tableCell", content: [p("2026001")] }] },
      ],
    });
    expect(bodyLines(spanned).at(-1)?.labels).toEqual(["学号"]);
  });

  test("every line is where the map says", () => {
    fc.assert(
      fc.property(arbitraryBody, (value) => {
        const parsed = parseBody(value);
        const text = bodyText(parsed);
        for (const line of bodyLines(parsed))
          expect(text.slice(line.start, line.start + line.text.length)).toBe(line.text);
      }),
    );
  });
});

describe("facts", () => {
  test("outline, media, links, count, excerpt", () => {
    expect(bodyOutline(body)).toEqual([{ id: "h-1", level: 2, text: "概况", path: [0] }]);
    expect(bodyMedia(doc(picture(id), picture(id)))).toEqual([id]);
    expect(bodyCharCount(doc(p("党 支部\u3000𠮷 a1")))).toBe(6);
    expect(bodyExcerpt(doc(h(2, "题"), p(["第一", br(), "段"]), picture(id, { alt: "图" }), p("第二段")), 20)).toBe(
      "第一 段 第二段",
    );
    expect(bodyExcerpt(doc(p("一二三四五六")), 4)).toBe("一二三…");
  });

  test("a link in two formats is one link with one range", () => {
    const mark = { type: "link" as const, attrs: { href: "/a/1" } };
    const value = doc(
      p([
        "见",
        { type: "text", text: "党", marks: [mark, { type: "bold" }] },
        { type: "text", text: "建", marks: [mark] },
        "和",
        link("/a/2", "学习"),
      ]),
    );
    expect(bodyLinks(value)).toEqual([
      { href: "/a/1", text: "党建", path: [0], from: 1, to: 3 },
      { href: "/a/2", text: "学习", path: [0], from: 4, to: 6 },
    ]);
  });
});
