import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BodyDocument } from "./body-schema.ts";
import { br, doc, fact, h, link, marked, ol, p, picture, quote, table, ul } from "./build-body.ts";
import { parseBody } from "./parse-body.ts";
import { renderBody, type RenderBodyOptions } from "./render-body.ts";
import { arbitraryBody } from "./testing/arbitrary-body.ts";
import { foreignMarkup } from "./testing/read-html.ts";

const id = "01939d5c-0000-7000-8000-000000000001";
const options: RenderBodyOptions = {
  mediaUrl: (mediaId, width) => `/media/${mediaId}/w${width}.webp`,
  tableLabel: (n) => `表 ${n}`,
};

function render(body: BodyDocument, extra: Partial<RenderBodyOptions> = {}): string {
  return renderBody(parseBody(body), { ...options, ...extra });
}

describe("golden pages", () => {
  test("text blocks, marks and links", () => {
    const body = doc(
      h(2, "一、建设目标"),
      p(["坚持", marked("正确方向", "italic", "bold"), "。", br(), "见", link("https://example.cn/?a=1&b=2", "通知")]),
      p("2013年5月28日", "right"),
      quote(p("为人民服务")),
      { type: "horizontalRule" },
    );
    expect(render(body)).toBe(
      '<h2 id="h-1">一、建设目标</h2>' +
        "<p>坚持<strong><em>正确方向</em></strong>。<br>见" +
        '<a href="https://example.cn/?a=1&amp;b=2" rel="noopener nofollow">通知</a></p>' +
        '<p class="ta-right">2013年5月28日</p>' +
        "<blockquote><p>为人民服务</p></blockquote><hr>",
    );
  });

  test("paths of another site lead there, everything else where it led", () => {
    const body = doc(
      p([link("/a/12", "原文"), link("https://example.cn/", "网站"), link("mailto:a@example.cn", "信箱")]),
    );
    const html = render(body, { linkBase: "https://dangban.example.cn" });
    expect(html).toContain('<a href="https://dangban.example.cn/a/12" rel="noopener nofollow">原文</a>');
    expect(html).toContain('<a href="https://example.cn/" rel="noopener nofollow">网站</a>');
    expect(html).toContain('<a href="mailto:a@example.cn">信箱</a>');
  });

  test("facts say their values, escaped and marked like words; one nobody knows stays its key", () => {
    const factText = (key: string) => (key === "member-count" ? "1<286" : undefined);
    const bold = { ...fact("member-count"), marks: [{ type: "bold" as const }] };
    expect(render(doc(p(["现有", bold, "名，", fact("gone")])), { factText })).toBe(
      "<p>现有<strong>1&lt;286</strong>名，gone</p>",
    );
    expect(render(doc(p([fact("member-count")])))).toBe("<p>member-count</p>");
  });

  test("lists, with lists inside", () => {
    const nested: BodyDocument = doc({
      type: "orderedList",
      attrs: { start: 3, type: "a" },
      content: [
        { type: "listItem", content: [p("外"), ul("内")] },
        { type: "listItem", content: [p("一"), p("二")] },
      ],
    });
    expect(render(nested)).toBe(
      '<ol start="3" type="a"><li>外<ul><li>内</li></ul></li><li><p>一</p><p>二</p></li></ol>',
    );
    expect(render(doc(ol("一", "二")))).toBe("<ol><li>一</li><li>二</li></ol>");
  });

  test("a link cut by formatting stays one link", () => {
    const mark = { type: "link" as const, attrs: { href: "/a/1" } };
    const body = doc(
      p([
        { type: "text", text: "党", marks: [mark, { type: "bold" }] },
        { type: "text", text: "建", marks: [mark] },
      ]),
    );
    expect(render(body)).toBe('<p><a href="/a/1"><strong>党</strong>建</a></p>');
  });

  test("a table that scrolls by itself", () => {
    expect(
      render(
        doc(
          table([
            ["指标", "分值"],
            ["栏目规划", "3"],
          ]),
        ),
      ),
    ).toBe(
      '<div class="table-wrap" tabindex="0" role="region" aria-label="表 1"><table>' +
        '<thead><tr><th scope="col">指标</th><th scope="col">分值</th></tr></thead>' +
        "<tbody><tr><td>栏目规划</td><td>3</td></tr></tbody></table></div>",
    );
  });

  test("spans, widths and alignment of cells", () => {
    const body: BodyDocument = doc({
      type: "table",
      content: [
        {
          type: "tableRow",
          content: [
            { type: "tableHeader", attrs: { rowspan: 2, colwidth: [100] }, content: [p("网站内容")] },
            { type: "tableCell", attrs: { colspan: 2, colwidth: [100, 200], align: "center" }, content: [p("甲")] },
          ],
        },
        {
          type: "tableRow",
          content: [
            { type: "tableCell", content: [p("乙", "right")] },
            { type: "tableHeader", content: [p()] },
          ],
        },
      ],
    });
    expect(render(body)).toContain(
      '<colgroup><col width="25%"><col width="25%"><col width="50%"></colgroup>' +
        '<tbody><tr><th scope="row" rowspan="2">网站内容</th><td colspan="2" class="ta-center">甲</td></tr>' +
        '<tr><td class="ta-right">乙</td><td></td></tr></tbody>',
    );
  });

  test("a picture with its widths and its size on the page", () => {
    const body = doc(picture(id, { alt: "党员大会现场", caption: "摄影：<宣传部>", width: "small" }));
    const pictureSize = () => ({ width: 2000, height: 1500, widths: [1600, 480, 960] });
    expect(render(body, { pictureSize })).toBe(
      `<figure class="picture-small"><img src="/media/${id}/w960.webp" ` +
        `srcset="/media/${id}/w480.webp 480w, /media/${id}/w960.webp 960w, /media/${id}/w1600.webp 1600w" ` +
        'sizes="(min-width: 48rem) 26rem, 60vw" width="960" height="720" alt="党员大会现场" ' +
        'loading="lazy" decoding="async"><figcaption>摄影：&lt;宣传部&gt;</figcaption></figure>',
    );
  });

  test("a picture without known size, a small one, and one that is gone", () => {
    expect(render(doc(picture(id)))).toBe(
      `<figure class="picture-full"><img src="/media/${id}/w960.webp" alt="" loading="lazy" decoding="async"></figure>`,
    );
    const pictureSize = () => ({ width: 1200, height: 800, widths: [1200] });
    expect(render(doc(picture(id)), { pictureSize })).toContain('w1200.webp" width="1200" height="800"');
    expect(render(doc(picture(id)), { mediaUrl: () => undefined })).toBe("");
  });

  test("empty lines at the ends and empty headings are left out, levels close up", () => {
    const body = doc(p(), p(" "), h(4, "先"), p(), h(3, ""), h(2, "后"), h(4, "深"), p([br()]));
    expect(render(body)).toBe('<h2 id="h-1">先</h2><p></p><h2 id="h-2">后</h2><h3 id="h-3">深</h3>');
    expect(render(doc(p()))).toBe("");
  });
});

describe("properties", () => {
  test("no text and no attribute leaves its place", () => {
    fc.assert(
      fc.property(arbitraryBody, (body) => {
        const html = render(body, { pictureSize: () => ({ width: 1600, height: 900, widths: [480, 960] }) });
        expect(html).not.toMatch(/<script|<svg|<img src=x|\sstyle=|\son\w+=(?![^<>]*&)/i);
        expect(foreignMarkup(html)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
