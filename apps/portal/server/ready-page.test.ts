import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Encoding } from "./accept-encoding.ts";
import { ReadyPage, type RenderedPage } from "./ready-page.ts";
import { longText } from "./testing/reader-server.ts";

function rendered(text: string, status = 200): RenderedPage {
  return { status, contentType: "text/html; charset=utf-8", headers: ["x-own", "1"], body: Buffer.from(text) };
}

function header(list: readonly string[], name: string): string | undefined {
  const index = list.indexOf(name);
  return index === -1 ? undefined : list[index + 1];
}

test("all three forms hold the same page, and each says what it is", () => {
  const page = new ReadyPage(rendered(longText), 1, ["cache-control", "no-cache"]);
  const [br, gzip, identity] = [
    page.variant(["br", "identity"]),
    page.variant(["gzip", "identity"]),
    page.variant(["identity"]),
  ];
  expect(brotliDecompressSync(br.bytes).toString()).toBe(longText);
  expect(gunzipSync(gzip.bytes).toString()).toBe(longText);
  expect(identity.bytes.toString()).toBe(longText);
  expect([br, gzip, identity].map(({ own }) => header(own, "content-encoding"))).toEqual(["br", "gzip", undefined]);
  expect(new Set([br, gzip, identity].map(({ own }) => header(own, "etag"))).size).toBe(3);
  for (const variant of [br, gzip, identity])
    expect(header(variant.own, "content-length")).toBe(String(variant.bytes.length));
  expect(page.common.list).toEqual([
    "content-type",
    "text/html; charset=utf-8",
    "x-own",
    "1",
    "vary",
    "accept-encoding",
    "cache-control",
    "no-cache",
  ]);
});

test("the plain form stays only where somebody asked for it; each form is weighed when it is made", () => {
  const page = new ReadyPage(rendered(longText), 1, []);
  const weights: number[] = [page.bytes];
  page.watchBytes(() => weights.push(page.bytes));
  const overhead = page.bytes - Buffer.byteLength(longText);
  const [br, gzip] = [page.variant(["br"]).onWire.length, page.variant(["gzip"]).onWire.length];
  page.variant(["br"]);
  page.variant(["identity"]);
  const identity = page.variant(["identity"]).onWire.length;
  expect(identity).toBeGreaterThan(Buffer.byteLength(longText));
  expect(weights.slice(1)).toEqual([overhead + br, overhead + br + gzip, overhead + br + gzip + identity]);
});

test.each<readonly Encoding[]>([
  ["br", "gzip", "identity"],
  ["gzip", "br", "identity"],
  ["identity", "br", "gzip"],
  ["gzip", "identity", "br"],
])("asked for in the order %s, %s, %s, every form holds the page", (...order) => {
  const page = new ReadyPage(rendered(longText), 1, []);
  for (const encoding of order) page.variant([encoding]);
  expect(brotliDecompressSync(page.variant(["br"]).bytes).toString()).toBe(longText);
  expect(gunzipSync(page.variant(["gzip"]).bytes).toString()).toBe(longText);
  expect(page.variant(["identity"]).bytes.toString()).toBe(longText);
});

test("a finer compression replaces the quick one under a tag of its own, once and only where brotli is taken", async () => {
  const page = new ReadyPage(rendered(longText + Math.PI), 1, []);
  expect(page.isRefinable).toBe(false);
  const before = page.variant(["br"]);
  expect(page.isRefinable).toBe(true);
  await page.refine();
  const after = page.variant(["br"]);
  expect(brotliDecompressSync(after.bytes).toString()).toBe(longText + Math.PI);
  expect(after.bytes.length).toBeLessThanOrEqual(before.bytes.length);
  expect(header(after.own, "etag")).not.toBe(header(before.own, "etag"));
  expect(page.isRefinable).toBe(false);
});

test("a reader's tag is known in any encoding, also weak and among others; another page's is not", () => {
  const page = new ReadyPage(rendered(longText), 1, []);
  const other = new ReadyPage(rendered(`${longText}!`), 1, []);
  for (const encoding of ["br", "gzip", "identity"] as const) {
    const tag = header(page.variant([encoding]).own, "etag") ?? "";
    expect([page.matches(tag), page.matches(`"x", W/${tag}`), page.matches("*"), other.matches(tag)]).toEqual([
      true,
      true,
      true,
      false,
    ]);
  }
});

test("only a 200 can be unchanged", () => {
  const missing = new ReadyPage(rendered(longText, 404), 1, []);
  expect(missing.matches("*")).toBe(false);
});

test.each([
  ["too small", "text/html", "<rss/>"],
  ["compressed by itself", "image/webp", longText],
])("what is %s has one form and does not vary", (_what, contentType, text) => {
  const page = new ReadyPage({ ...rendered(text), contentType }, 1, []);
  expect(page.variant(["br", "gzip", "identity"]).bytes.toString()).toBe(text);
  expect(page.common.list).not.toContain("vary");
});

test("pages with the same headers share one block of them", () => {
  const [one, two] = [new ReadyPage(rendered("a"), 1, []), new ReadyPage(rendered("b"), 1, [])];
  expect(one.common).toBe(two.common);
});
