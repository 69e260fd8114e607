import { brotliDecompressSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { DocumentFilterError } from "./document-filter.ts";
import { plainRender, readerServer } from "./testing/reader-server.ts";
import { ask, talk } from "./testing/serve.ts";
import { rowsWith, siteOf } from "./testing/sites.ts";

const branch = "jichu.localhost";

describe.each([{ lane: false }, { lane: true }])("readers, with the lane $lane", ({ lane }) => {
  test("a page comes in the reader's encoding, and is not sent twice", async () => {
    const { port } = await readerServer({ lane });
    const first = await ask(port, branch, "/a/1", { headers: { "accept-encoding": "gzip, br" } });
    const second = await ask(port, branch, "/a/1", { headers: { "accept-encoding": "gzip, br" } });
    for (const answer of [first, second]) {
      expect(answer).toMatchObject({
        status: 200,
        headers: { "content-encoding": "br", vary: "accept-encoding", "cache-control": "no-cache" },
      });
      expect(brotliDecompressSync(answer.body).toString()).toContain("<title>jichu/a/1@1</title>");
      expect(answer.headers).toMatchObject({
        "x-content-type-options": "nosniff",
        "referrer-policy": "strict-origin-when-cross-origin",
        "cross-origin-opener-policy": "same-origin",
        "content-security-policy": "script-src 'none'",
      });
      expect(answer.headers["set-cookie"]).toBeUndefined();
    }
    const again = await ask(port, branch, "/a/1", { headers: { "if-none-match": second.headers.etag ?? "" } });
    expect(again).toMatchObject({ status: 304, headers: { "cache-control": "no-cache" } });
    expect(again.body.length).toBe(0);
  });

  test("HEAD answers like GET, without the page", async () => {
    const { port } = await readerServer({ lane });
    await ask(port, branch, "/");
    const [get, head] = [await ask(port, branch, "/"), await ask(port, branch, "/", { method: "HEAD" })];
    const { date: _get, ...getHeaders } = get.headers;
    const { date: _head, ...headHeaders } = head.headers;
    expect([head.status, headHeaders, head.body.length]).toEqual([200, getHeaders, 0]);
  });

  test.each(["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])("%s is not for readers", async (method) => {
    const { port } = await readerServer({ lane });
    expect(await ask(port, branch, "/", { method, body: "x" })).toMatchObject({
      status: 405,
      headers: { allow: "GET, HEAD" },
    });
  });

  test.each([
    ["/a/1/", 308, "/a/1"],
    ["//evil.example/x", 308, "/evil.example/x"],
    ["/c/../a/1", 308, "/a/1"],
    ["/admin", 302, "http://console.localhost/jichu"],
  ])("%s leads to %i %s", async (path, status, location) => {
    const { port } = await readerServer({ lane });
    expect(await ask(port, branch, path)).toMatchObject({ status, headers: { location } });
  });

  test.each([
    ["/a\\b", 400],
    ["/%00", 400],
    ["/%2e%2e%2fetc", 400],
    [`/${"x".repeat(2_100)}`, 414],
    ["/reader-site/0199a000-0000-7000-8000-000000000001", 404],
    ["/reader-portal", 404],
    ["/_next/static/x.js", 404],
  ])("%s is answered with %i", async (path, status) => {
    const { port } = await readerServer({ lane });
    expect((await ask(port, branch, path)).status).toBe(status);
  });

  test("addresses that can't exist share one page and cost one rendering", async () => {
    const render = vi.fn(plainRender);
    const { port } = await readerServer({ lane, render });
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, index) => ask(port, branch, `/wp-${index}.php?x=${index}`)),
    );
    expect(answers.every(({ status }) => status === 404)).toBe(true);
    expect(render).toHaveBeenCalledTimes(1);
  });

  test("unknown parameters reach neither the renderer nor the cache's keys", async () => {
    const render = vi.fn(plainRender);
    const { port, cache } = await readerServer({ lane, render });
    for (const query of ["", "?utm_source=a", "?_rsc=1", "?a=1&a=2"])
      expect((await ask(port, branch, `/a/1${query}`)).status).toBe(200);
    expect(render.mock.calls.map(([, path]) => path)).toEqual(["/a/1"]);
    expect(cache.entries).toBe(1);
  });

  test("the portal, a branch and its own domain answer each for itself", async () => {
    const { port } = await readerServer({ lane });
    const titles = await Promise.all(
      ["localhost", branch, "jichu.example"].map(
        async (host) => /<title>(.*)<\/title>/u.exec((await ask(port, host, "/")).body.toString())?.[1],
      ),
    );
    expect(titles).toEqual(["/@1", "jichu/@1", "jichu/@1"]);
    expect(await ask(port, "localhost", "/admin")).toMatchObject({ status: 404 });
  });

  test("a closed site has one page, whatever is asked for, ready or not", async () => {
    const { port, sites } = await readerServer({ lane });
    expect((await ask(port, "huli.localhost", "/a/1")).body.toString()).toContain("<title>huli/closed@1</title>");
    await ask(port, branch, "/a/1");
    sites.replaceAll(rowsWith({ state: "archived" }));
    expect(await ask(port, branch, "/a/1")).toMatchObject({ status: 503 });
  });

  test("a new version is rendered before it is shown; a page that fails shows the older one", async () => {
    const render = vi.fn(plainRender);
    const { port, sites } = await readerServer({ lane, render });
    const site = siteOf(sites, branch);
    await ask(port, branch, "/");
    site.version = 2;
    expect((await ask(port, branch, "/")).body.toString()).toContain("@2</title>");
    render.mockRejectedValue(new Error("away"));
    site.version = 3;
    expect((await ask(port, branch, "/")).body.toString()).toContain("@2</title>");
    site.removalVersion = 3;
    expect(await ask(port, branch, "/")).toMatchObject({
      status: 503,
      headers: { "retry-after": "5", "cache-control": "no-store" },
    });
  });

  test("a page that is no document is our fault, and said so without details", async () => {
    const { port } = await readerServer({
      lane,
      render: () => Promise.reject(new DocumentFilterError("secret detail")),
    });
    const answer = await ask(port, branch, "/");
    expect(answer.status).toBe(500);
    expect(answer.body.toString()).not.toContain("secret");
  });

  test.each(["nobody.localhost", "127.0.0.1", "evil.example", "a, b", "x@jichu.localhost"])(
    "the host %s is refused",
    async (host) => {
      const render = vi.fn(plainRender);
      const { port } = await readerServer({ lane, render });
      expect((await ask(port, host, "/")).status).toBe(404);
      expect(await ask(port, host, "/api/health")).toMatchObject({ status: 200 });
      expect(render).not.toHaveBeenCalled();
    },
  );

  test("two hosts are none, and a target with a host of its own is no path", async () => {
    const { port } = await readerServer({ lane });
    expect(await talk(port, [`GET / HTTP/1.1\r\nHost: ${branch}\r\nHost: localhost\r\n\r\n`])).toMatch(
      /^HTTP\/1\.1 404/u,
    );
    expect(await talk(port, [`GET http://localhost/ HTTP/1.1\r\nHost: ${branch}\r\n\r\n`])).toMatch(/^HTTP\/1\.1 400/u);
    expect(await talk(port, ["GET / HTTP/1.1\r\n\r\n"])).toMatch(/^HTTP\/1\.1 400/u);
  });

  test("no header of one reader changes what another one gets", async () => {
    const render = vi.fn(plainRender);
    const { port, cache, sites } = await readerServer({ lane, render });
    const clean = (await ask(port, branch, "/a/1")).body;
    const name = fc.constantFrom(
      "x-forwarded-host",
      "x-forwarded-proto",
      "x-forwarded-for",
      "forwarded",
      "x-original-url",
      "x-rewrite-url",
      "rsc",
      "next-router-state-tree",
      "next-action",
      "x-middleware-subrequest",
      "x-middleware-rewrite",
      "x-matched-path",
      "x-invoke-path",
      "x-nextjs-data",
      "x-now-route-matches",
      "purpose",
      "cookie",
      "authorization",
      "accept",
      "accept-language",
      "origin",
      "x-http-method-override",
    );
    const value = fc.oneof(
      fc.constantFrom("evil.example", "1", "/admin", "middleware:middleware", "console.localhost"),
      fc.stringMatching(/^[!-~]{1,20}$/u),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, value), { minLength: 1, maxLength: 6 }), async (headers) => {
        siteOf(sites, branch).version += 1;
        await ask(port, branch, "/a/1", { headers: Object.fromEntries(headers) });
        const answer = await ask(port, branch, "/a/1");
        expect(answer.body.toString()).toBe(clean.toString().replace("@1<", `@${siteOf(sites, branch).version}<`));
        expect(JSON.stringify(answer.headers)).not.toContain("evil");
      }),
      { numRuns: 60 },
    );
    expect(render.mock.calls.every(([site, path]) => site.slug === "jichu" && path === "/a/1")).toBe(true);
    expect(cache.entries).toBe(1);
  });
});
