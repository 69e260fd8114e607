import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DocumentFilterError, filterDocument } from "./document-filter.ts";

function page(body: string, head = "<title>支部</title>"): string {
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charSet="utf-8"/>${head}</head><body>${body}</body></html>`;
}

describe("what goes", () => {
  test("everything of Next's that serves scripts", () => {
    const head = `<link rel="preload" as="script" fetchPriority="low" href="/_next/x.js"/><link rel="modulepreload" href="/y.js"/><link rel="expect" href="#_R_" blocking="render"/><script src="/_next/x.js" async=""></script><meta name="next-size-adjust" content=""/><title>支部</title>`;
    const body = `<div>甲<!-- -->乙</div><script id="_R_">import("/x")</script><script>self.__next_f.push([1,"\\u003c/script\\u003e"])</script>`;
    expect(filterDocument(page(body, head)).html).toBe(page("<div>甲乙</div>"));
  });

  test("finished Suspense boundaries leave their content", () => {
    expect(filterDocument(page("<!--$--><p>正文</p><!--/$-->")).html).toBe(page("<p>正文</p>"));
  });

  test("the rest stays byte for byte", () => {
    const body = `<p class="a" title="a &lt; b">x &amp; y</p><svg viewBox="0 0 1 1"><path d="M0 0"/></svg><img src="/media/x/w480.webp" alt=""/><a href="/a/1">一</a><textarea>t</textarea>`;
    expect(filterDocument(page(body)).html).toBe(page(body));
  });
});

describe("the policy", () => {
  test("names each style sheet of the page by its hash, and no other", () => {
    const css = "@media (width<48rem){a{color:red}}";
    const { html, policy } = filterDocument(
      page("", `<style data-precedence="next" data-href="/x.css">${css}</style><title>t</title>`),
    );
    const hash = createHash("sha256").update(css).digest("base64");
    expect(html).toContain(`<style>${css}</style>`);
    expect(policy).toBe(
      `default-src 'none'; script-src 'none'; style-src 'sha256-${hash}'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    );
  });

  test("names what of a style sheet the page uses; the rest does not leave the server", () => {
    const css = ".a{color:red}#b{color:red}.x\\>y{color:red}.gone{color:red}";
    const { html, policy } = filterDocument(
      page(`<p class="a x&gt;y" id="b">甲</p>`, `<style>${css}</style><title>t</title>`),
    );
    const used = ".a,#b,.x\\>y{color:red}";
    expect(html).toContain(`<style>${used}</style>`);
    expect(policy).toContain(`'sha256-${createHash("sha256").update(used).digest("base64")}'`);
  });

  test.each([String.raw`a:after{content:"\3c/style\3e\3cscript\3e"}`, ".{}", "}"])(
    "a style sheet that can't be read, or would be markup when written out, is refused: %s",
    (css) => {
      expect(() => filterDocument(page("", `<style>${css}</style><title>t</title>`))).toThrow(DocumentFilterError);
    },
  );

  test("allows style sheets of the host only where the page links one", () => {
    expect(filterDocument(page("")).policy).toContain("style-src 'none'");
    expect(filterDocument(page("", `<title>t</title><link rel="stylesheet" href="/_next/x.css"/>`)).policy).toContain(
      "style-src 'self'",
    );
  });
});

describe("the status", () => {
  test.each([404, 410, 503])("%i comes from the head and leaves it", (status) => {
    const answer = filterDocument(page("", `<meta name="x-status" content="${status}"/><title>t</title>`));
    expect(answer).toMatchObject({ status, html: page("", "<title>t</title>") });
  });

  test("moments from which a page is out of date or must be gone come from the head as well", () => {
    const moments = `<meta name="x-fresh-until" content="2026-11-24T00:00:00+08:00"/><meta name="x-gone-at" content="2026-11-30T00:00:00+08:00"/>`;
    expect(filterDocument(page("", `${moments}<title>t</title>`))).toMatchObject({
      freshUntil: Date.parse("2026-11-24T00:00:00+08:00"),
      goneAt: Date.parse("2026-11-30T00:00:00+08:00"),
      html: page("", "<title>t</title>"),
    });
    expect(filterDocument(page(""))).toMatchObject({ freshUntil: Infinity, goneAt: Infinity });
    expect(() => filterDocument(page(moments))).toThrow(DocumentFilterError);
    expect(() => filterDocument(page("", `<meta name="x-gone-at" content="soon"/><title>t</title>`))).toThrow(
      DocumentFilterError,
    );
  });

  test("is nobody's to set from the body, and none but these", () => {
    expect(filterDocument(page("")).status).toBeNull();
    expect(() => filterDocument(page(`<meta name="x-status" content="410"/>`))).toThrow(DocumentFilterError);
    expect(() => filterDocument(page("", `<meta name="x-status" content="301"/><title>t</title>`))).toThrow(
      DocumentFilterError,
    );
  });
});

test.each([
  ["a pending Suspense boundary", `<!--$?--><template id="B:0"></template><p>…</p><!--/$-->`],
  ["a failed Suspense boundary", `<!--$!--><template data-dgst="1"></template><!--/$-->`],
  ["a hidden segment", `<div hidden id="S:0"><p>正文</p></div>`],
  ["an event handler", `<a href="/" onclick="x()">a</a>`],
  ["an event handler after a slash", `<img/onerror="x()"/src="/x">`],
  ["a style attribute", `<p style="color:red">a</p>`],
  ["a script address", `<a href="javascript:alert(1)">a</a>`],
  ["a script address in disguise", `<a href=" java&#x09;script&colon;alert(1)">a</a>`],
  ["a data document", `<a href="data:text/html,x">a</a>`],
  ["a form that leads elsewhere by script", `<button formaction="javascript:x">a</button>`],
  ["an embed", `<iframe src="/x"></iframe>`],
  ["a base", `<base href="//evil.example/">`],
  ["a refresh", `<meta http-equiv="refresh" content="0"/>`],
  ["what shows only without script", `<noscript>a</noscript>`],
  ["a nonce", `<p nonce="x">a</p>`],
  ["style inside svg", `<svg><style><img src="/x"></style></svg>`],
  ["an unquoted attribute", `<a href=/x>a</a>`],
  ["an unfinished tag", `<a href="x`],
  ["an unfinished comment", `<!-- a`],
  ["a comment browsers end earlier", `<!--><img src="/x">-->`],
  ["a comment browsers end differently", `<!-- --!> -->`],
  ["an unfinished script", `<script>a`],
  ["a script that swallows its end", `<script><!--<script></script>`],
  ["markup inside text", `<textarea><p></textarea>`],
  ["a stray bracket", `a < b`],
  ["a declaration", `<![CDATA[a]]>`],
  ["a NUL", `a\0b`],
])("%s is refused", (_what, body) => {
  expect(() => filterDocument(page(body))).toThrow(DocumentFilterError);
});

test.each([
  ["no title", page("", "")],
  ["an empty title", page("", "<title> </title>")],
  ["a title in the body only", page("<title>t</title>", "")],
  ["no doctype", "<html></html>"],
  ["a page that script draws", `<!DOCTYPE html><html id="__next_error__"><head><title>t</title></head></html>`],
])("a document with %s is refused", (_what, html) => {
  expect(() => filterDocument(html)).toThrow(DocumentFilterError);
});

/** The document, or nothing when it was refused as the filter refuses. */
function filteredOrRefused(html: string): string {
  try {
    return filterDocument(html).html;
  } catch (error) {
    if (error instanceof DocumentFilterError) return "";
    throw error;
  }
}

test("whatever is thrown together, nothing that runs comes out", () => {
  const piece = fc.constantFrom(
    ...'<script>|</script>|<SCRIPT src=x>|</script |<scr|ipt>|<!--|-->|<!-- -->|--!>|<style>|</style>|<svg>|</svg>|<p>|</p>|<img src="/x" |onerror="x"|/>|>|<|"|\'|=|on|<title>|</title>|<textarea>|</textarea>|text| |\n|<template>|href="javascript:x"|<a |<math>|]]>'.split(
      "|",
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const tags = filteredOrRefused(page(pieces.join(""))).replaceAll(/<style>[^]*?<\/style>/gu, "");
      expect(tags).not.toMatch(/<script/iu);
      expect(tags).not.toMatch(/<[a-z][^>"]*(?:"[^"]*"[^>"]*)*[\s/"]on\w+=/iu);
      expect(tags).not.toMatch(/<[a-z][^>"]*(?:"[^"]*"[^>"]*)*[\s/"]href="javascript:/iu);
    }),
    { numRuns: 3_000 },
  );
});
