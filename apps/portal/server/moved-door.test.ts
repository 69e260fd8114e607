import { expect, test, vi } from "vitest";
import { readerServer } from "./testing/reader-server.ts";
import { ask } from "./testing/serve.ts";
import { rowsWith, siteOf, tenantId } from "./testing/sites.ts";

const old = "jichu.localhost";
const home = "0199a000-0000-7000-8000-000000000002";

async function mergedServer(isComplete = true, find = vi.fn(() => Promise.resolve({ to: home, no: 42 }))) {
  const served = await readerServer({ lane: true, findNewAddress: find });
  const merge = { intoId: home, isComplete };
  const openHome = rowsWith({ state: "archived", merge }).map((row) =>
    row.id === home ? { ...row, state: "open" as const, customDomain: "huli.example" } : row,
  );
  served.sites.replaceAll(openHome);
  return { ...served, find, rows: openHome };
}

test("an article's old address leads to its new one, by the new home's own domain, for good", async () => {
  const { port, find, sites } = await mergedServer();
  for (let time = 0; time < 3; time += 1) {
    expect(await ask(port, old, "/a/7?utm_source=x")).toMatchObject({
      status: 301,
      headers: { location: "http://huli.example/a/42", "cache-control": "max-age=3600" },
    });
  }
  expect(find).toHaveBeenCalledExactlyOnceWith(tenantId, 7);
  siteOf(sites, old).version += 1;
  await ask(port, old, "/a/7");
  expect(find).toHaveBeenCalledTimes(2);
});

test.each([
  ["/", "http://huli.example/"],
  ["/c/activities/2", "http://huli.example/"],
  ["/no-such-page", "http://huli.example/"],
  ["/admin", "http://huli.example/"],
  ["/feed.xml", "http://huli.example/feed.xml"],
  ["/robots.txt", "http://huli.example/robots.txt"],
  [`/media/${tenantId}/original`, `http://huli.example/media/${tenantId}/original`],
])("%s leads to %s", async (path, location) => {
  const { port } = await mergedServer();
  expect(await ask(port, old, path)).toMatchObject({ status: 301, headers: { location } });
});

test("what never was an article leads to the front page, like everything else", async () => {
  const { port } = await mergedServer(true, vi.fn(() => Promise.resolve(null)) as never); // The same function with nothing found.
  expect(await ask(port, old, "/a/999")).toMatchObject({ status: 301, headers: { location: "http://huli.example/" } });
});

test("while articles are on their way, the notice answers", async () => {
  const { port } = await mergedServer(false);
  for (const path of ["/", "/a/7", "/feed.xml"]) {
    const answer = await ask(port, old, path);
    expect(answer.status).toBe(503);
    expect(answer.body.toString()).toContain("jichu/closed");
  }
});

test("a home that was merged in its turn leads further; a ring leads nowhere", async () => {
  const { port, sites, rows } = await mergedServer();
  const last = "0199a000-0000-7000-8000-000000000003";
  const further = rows.map((row) =>
    row.id === home ? { ...row, state: "archived" as const, merge: { intoId: last, isComplete: true } } : row,
  );
  const [template] = rows;
  if (!template) throw new Error("no rows");
  const { merge: _, ...plain } = template;
  sites.replaceAll([...further, { ...plain, id: last, slug: "yaoxue", state: "open", customDomain: null }]);
  expect((await ask(port, old, "/")).headers.location).toBe("http://yaoxue.localhost/");
  const ring = further.map((row) =>
    row.id === home ? { ...row, merge: { intoId: tenantId, isComplete: true } } : row,
  );
  sites.replaceAll(ring);
  expect((await ask(port, old, "/")).status).toBe(503);
});

test("without the database an address that is not known yet is unavailable, not wrong", async () => {
  const { port } = await mergedServer(
    true,
    vi.fn(() => Promise.reject(new Error("away"))),
  );
  expect((await ask(port, old, "/a/7")).status).toBe(503);
});
