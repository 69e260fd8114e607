import { describe, expect, test, vi } from "vitest";
import { PageCache, type RenderPage } from "./page-cache.ts";
import type { ReadyPage } from "./ready-page.ts";
import { longText, plainRender, silentLog } from "./testing/reader-server.ts";
import { siteOf, someSites } from "./testing/sites.ts";

function setUp(render: RenderPage = plainRender, bytesMax = 16 * 1024 * 1024) {
  const sites = someSites();
  const calls = vi.fn(render);
  let time = 0;
  const cache = new PageCache({ render: calls, bytesMax, headers: [], log: silentLog, now: () => time });
  return {
    cache,
    calls,
    site: siteOf(sites, "jichu.localhost"),
    portal: siteOf(sites, "localhost"),
    pass: (ms: number) => (time += ms),
  };
}

function titleOf(page: ReadyPage | null): string | undefined {
  return /<title>(.*)<\/title>/u.exec(page?.variant(["identity"]).bytes.toString() ?? "")?.[1];
}

describe("rendering", () => {
  test("200 readers of a page that is not there wait for one rendering", async () => {
    const { cache, calls, site } = setUp();
    const pages = await Promise.all(Array.from({ length: 200 }, () => cache.obtain(site, "/a/1", "pages")));
    expect(calls).toHaveBeenCalledTimes(1);
    expect(new Set(pages).size).toBe(1);
    expect(cache.stats).toMatchObject({ misses: 200, renders: 1 });
    expect(cache.current(site, "/a/1")).toBe(pages[0]);
  });

  test("sites and paths do not share pages", async () => {
    const { cache, site, portal } = setUp();
    const pages = await Promise.all([
      cache.obtain(site, "/", "pages"),
      cache.obtain(portal, "/", "pages"),
      cache.obtain(site, "/a/1", "pages"),
    ]);
    expect(pages.map(titleOf)).toEqual(["jichu/@1", "/@1", "jichu/a/1@1"]);
  });

  test("a failure is told to all who wait, and kept for nobody", async () => {
    const { cache, calls, site } = setUp();
    calls.mockRejectedValueOnce(new Error("away"));
    const answers = await Promise.allSettled([cache.obtain(site, "/", "pages"), cache.obtain(site, "/", "pages")]);
    expect(answers.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(calls).toHaveBeenCalledTimes(1);
    expect(titleOf(await cache.obtain(site, "/", "pages"))).toBe("jichu/@1");
  });
});

describe("versions", () => {
  test("an older page is rendered again before it is shown", async () => {
    const { cache, site } = setUp();
    await cache.obtain(site, "/", "pages");
    site.version = 2;
    expect(cache.current(site, "/")).toBeNull();
    expect(titleOf(await cache.obtain(site, "/", "pages"))).toBe("jichu/@2");
  });

  test("a page carries the version known before its rendering began", async () => {
    const { cache, site, calls } = setUp(async (rendered, path) => {
      const page = await plainRender(rendered, path);
      rendered.version = 2;
      return page;
    });
    expect((await cache.obtain(site, "/", "pages")).version).toBe(1);
    expect(cache.current(site, "/")).toBeNull();
    await cache.obtain(site, "/", "pages");
    expect(calls).toHaveBeenCalledTimes(2);
  });

  test("who comes after a change does not join a rendering from before it, and the older one does not win", async () => {
    const first = Promise.withResolvers<void>();
    const { cache, site, calls } = setUp();
    calls.mockImplementationOnce(async (rendered, path) => {
      const page = await plainRender(rendered, path);
      await first.promise;
      return page;
    });
    const early = cache.obtain(site, "/", "pages");
    site.version = 2;
    const late = await cache.obtain(site, "/", "pages");
    first.resolve();
    expect([titleOf(await early), titleOf(late)]).toEqual(["jichu/@1", "jichu/@2"]);
    expect(titleOf(cache.current(site, "/"))).toBe("jichu/@2");
  });

  test("what is taken away while a page is being made is not in what is shown", async () => {
    const { cache, site, calls } = setUp();
    calls.mockImplementationOnce(async (rendered, path) => {
      const page = await plainRender(rendered, path);
      rendered.version = 2;
      rendered.removalVersion = 2;
      return page;
    });
    expect(titleOf(await cache.obtain(site, "/", "pages"))).toBe("jichu/@2");
  });
});

describe("when rendering fails", () => {
  test("an older page is shown, and tried again after a second", async () => {
    const { cache, site, calls, pass } = setUp();
    await cache.obtain(site, "/", "pages");
    site.version = 2;
    calls.mockRejectedValue(new Error("away"));
    expect(titleOf(await cache.obtain(site, "/", "pages"))).toBe("jichu/@1");
    expect(titleOf(await cache.obtain(site, "/", "pages"))).toBe("jichu/@1");
    expect(calls).toHaveBeenCalledTimes(2);
    pass(1_001);
    calls.mockImplementation(plainRender);
    expect(titleOf(await cache.obtain(site, "/", "pages"))).toBe("jichu/@2");
  });

  test("a page from before something was taken away is shown to nobody", async () => {
    const { cache, site, calls } = setUp();
    await cache.obtain(site, "/", "pages");
    site.version = 2;
    site.removalVersion = 2;
    calls.mockRejectedValue(new Error("away"));
    await expect(cache.obtain(site, "/", "pages")).rejects.toThrow("away");
  });
});

test("a page that is asked for again and again is compressed better", async () => {
  const { cache, site } = setUp();
  const page = await cache.obtain(site, "/", "pages");
  const quick = page.variant(["br"]);
  for (let time = 0; time < 20; time += 1) cache.current(site, "/");
  await vi.waitFor(() => expect(page.variant(["br"])).not.toBe(quick));
});

describe("memory", () => {
  test("addresses that were made up push no page out", async () => {
    const { cache, site } = setUp(plainRender, 256 * 1024);
    await cache.obtain(site, "/", "pages");
    for (let no = 1; no <= 400; no += 1) await cache.obtain(site, `/a/9${no}`, "pages");
    expect(cache.current(site, "/")).not.toBeNull();
    expect(cache.bytes).toBeLessThanOrEqual(256 * 1024);
    expect(cache.entries).toBeLessThan(20);
  });

  test("the limit holds for pages, in all forms", async () => {
    const { cache, site } = setUp(plainRender, 64 * 1024);
    for (let no = 1; no <= 100; no += 1) (await cache.obtain(site, `/a/${no}`, "pages")).variant(["identity"]);
    expect(cache.bytes).toBeLessThanOrEqual(64 * 1024);
    expect(cache.entries).toBeGreaterThan(3);
  });

  test("with no memory nothing is kept, and waiting readers still share a rendering", async () => {
    const { cache, site, calls } = setUp(plainRender, 0);
    await Promise.all([cache.obtain(site, "/", "pages"), cache.obtain(site, "/", "pages")]);
    await cache.obtain(site, "/", "pages");
    expect(calls).toHaveBeenCalledTimes(2);
    expect(longText.length).toBeGreaterThan(0);
  });
});

describe("pages with an end of their own", () => {
  const withEnd =
    (end: { freshUntil?: number; goneAt?: number }): RenderPage =>
    async (site, path) => ({ ...(await plainRender(site, path)), ...end });

  test("what is out of date is rendered again, and shown as it is when that can't be done", async () => {
    const { cache, calls, site, pass } = setUp(withEnd({ freshUntil: 1_000 }));
    const first = await cache.obtain(site, "/g/1", "pages");
    pass(999);
    expect(cache.current(site, "/g/1")).toBe(first);
    pass(1);
    expect(cache.current(site, "/g/1")).toBeNull();
    calls.mockRejectedValueOnce(new Error("away"));
    expect(await cache.obtain(site, "/g/1", "pages")).toBe(first);
  });

  test("what must be gone is shown to nobody, whatever can't be reached", async () => {
    const { cache, calls, site, pass } = setUp(withEnd({ goneAt: 1_000 }));
    await cache.obtain(site, "/g/1", "pages");
    pass(1_000);
    expect(cache.current(site, "/g/1")).toBeNull();
    calls.mockRejectedValueOnce(new Error("away"));
    await expect(cache.obtain(site, "/g/1", "pages")).rejects.toThrow("away");
  });
});
