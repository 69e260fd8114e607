import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RequestHandler } from "./capture-response.ts";
import { installFastLane } from "./fast-lane.ts";
import { laneAnswer } from "./lane-answer.ts";
import { portalDoors } from "./portal-doors.ts";
import { silentLog } from "./testing/reader-server.ts";
import { ask, serve } from "./testing/serve.ts";
import { someSites, tenantId } from "./testing/sites.ts";

let appDir: string;

beforeAll(async () => {
  appDir = await mkdtemp(path.join(tmpdir(), "zhibu-app-"));
  await mkdir(path.join(appDir, "public"));
  await mkdir(path.join(appDir, ".next/static/chunks"), { recursive: true });
  await writeFile(path.join(appDir, "public/icon.svg"), "<svg/>");
  await writeFile(path.join(appDir, ".next/static/chunks/a.js"), "js");
});

afterAll(() => rm(appDir, { recursive: true }));

/** What Next would answer: pages that name their path, with the scripts Next adds. */
const next: RequestHandler = (request, response) => {
  const { url, headers } = request;
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.setHeader("x-powered-by", "Next.js");
  response.setHeader("set-cookie", "leak=1");
  const status = url?.endsWith("/404") === true ? `<meta name="x-status" content="404"/>` : "";
  response.end(
    `<!DOCTYPE html><html><head>${status}<title>${url}</title></head><body>${headers.host}<script>x</script></body></html>`,
  );
};

async function portalServer() {
  const sites = someSites();
  const { door, cache } = portalDoors({
    sites,
    next,
    reading: {
      findMedia: () => Promise.resolve(null),
      openFile: () => Promise.resolve(null),
      findNewAddress: () => Promise.resolve(null),
      countView: () => Promise.resolve(1),
      receiveObjection: () => Promise.resolve({ receipt: "000000000000" }),
      admitsObjection: () => Promise.resolve(true),
      limitReceiptGuesses: (_address, lookUp) => lookUp(),
    },
    isProbe: () => false,
    health: () => ({ status: "ok" }),
    settings: {
      appDir,
      development: false,
      scheme: "http",
      originOf: (host) => `http://${host}`,
      consoleOrigin: "http://console.localhost",
      trustedProxy: [],
      cacheBytes: 1_000_000,
    },
    log: silentLog,
  });
  return serve(door, (server) => void installFastLane(server, laneAnswer(sites, cache)));
}

test("a reader's page is Next's page without its scripts, cookies and traces", async () => {
  const { port } = await portalServer();
  for (let time = 0; time < 2; time += 1) {
    const { status, headers, body } = await ask(port, "jichu.localhost", "/a/1?x=1", { headers: { cookie: "a=b" } });
    expect(status).toBe(200);
    expect(body.toString()).toBe(
      `<!DOCTYPE html><html><head><title>/reader-site/${tenantId}/a/1</title></head><body>jichu.example</body></html>`,
    );
    expect(headers).toMatchObject({
      "speculation-rules": '"/speculation-rules.json"',
      "content-security-policy": expect.stringContaining("script-src 'none'") as string,
    });
    expect([headers["set-cookie"], headers["x-powered-by"]]).toEqual([undefined, undefined]);
  }
});

test("the portal and what does not exist have paths of their own inside Next", async () => {
  const { port } = await portalServer();
  expect((await ask(port, "localhost", "/")).body.toString()).toContain("<title>/reader-portal</title>");
  const missing = await ask(port, "jichu.localhost", "/none");
  expect([missing.status, missing.body.toString().includes(`/reader-site/${tenantId}/404`)]).toEqual([404, true]);
});

test("readers' hosts serve icons and the rules for prefetching, and no script", async () => {
  const { port } = await portalServer();
  expect(await ask(port, "jichu.localhost", "/icon.svg")).toMatchObject({
    status: 200,
    headers: { "content-type": "image/svg+xml" },
  });
  expect(await ask(port, "localhost", "/speculation-rules.json")).toMatchObject({
    status: 200,
    headers: { "content-type": "application/speculationrules+json" },
  });
  expect((await ask(port, "jichu.localhost", "/_next/static/chunks/a.js")).status).toBe(404);
  expect((await ask(port, "console.localhost", "/_next/static/chunks/a.js")).status).toBe(200);
});

test("the console's limits: uploads may be large, other bodies not", async () => {
  const { port } = await portalServer();
  const post = (urlPath: string) =>
    ask(port, "console.localhost", urlPath, {
      method: "POST",
      headers: { origin: "http://console.localhost" },
      body: "x".repeat(5_000_000),
    });
  expect([(await post("/api/upload")).status, (await post("/api/trpc/x")).status]).toEqual([200, 413]);
});
