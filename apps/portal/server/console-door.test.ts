import type { IncomingHttpHeaders } from "node:http";
import { describe, expect, test } from "vitest";
import { consoleDoor, type ConsoleDoorParts } from "./console-door.ts";
import { ReadyPage } from "./ready-page.ts";
import { silentLog } from "./testing/reader-server.ts";
import { ask, serve } from "./testing/serve.ts";

const host = "console.localhost:3000";
const origin = "http://console.localhost:3000";

type Seen = { url: string | undefined; headers: IncomingHttpHeaders; raw: string[]; body: string };

/** The console's door before a handler that says what it was given. */
async function consoleServer(change: Partial<ConsoleDoorParts> = {}) {
  const door = consoleDoor({
    next: async (request, response) => {
      let body = "";
      for await (const piece of request) body += String(piece);
      const seen: Seen = { url: request.url, headers: request.headers, raw: request.rawHeaders, body };
      response.setHeader("content-type", "text/html");
      response.end(JSON.stringify(seen));
    },
    staticFile: (path) =>
      path === "/_next/static/a.js"
        ? Promise.resolve(
            new ReadyPage({ status: 200, contentType: "text/javascript", headers: [], body: Buffer.from("js") }, 0, []),
          )
        : null,
    origin: new URL(origin),
    clientAddress: () => "198.51.100.7",
    bodyBytesMax: (path) => (path === "/api/upload" ? 1_000 : 100),
    development: false,
    log: silentLog,
    ...change,
  });
  return serve(door);
}

async function seenBy(port: number, headers: Record<string, string> = {}, path = "/jichu?tab=draft"): Promise<Seen> {
  const { body } = await ask(port, host, path, { headers });
  // The handler above wrote it.
  return JSON.parse(body.toString()) as Seen;
}

describe("what reaches Next", () => {
  test("host, address, scheme and path as the front door knows them", async () => {
    const { port } = await consoleServer();
    expect(
      await seenBy(port, { "x-forwarded-host": "evil.example", "x-zhibu-client-address": "6.6.6.6" }),
    ).toMatchObject({
      url: "/jichu?tab=draft",
      headers: {
        host,
        "x-forwarded-host": host,
        "x-forwarded-proto": "http",
        "x-forwarded-for": "198.51.100.7",
        "x-zhibu-client-address": "198.51.100.7",
        "x-zhibu-path": "/jichu?tab=draft",
      },
    });
  });

  test.each([
    "x-middleware-subrequest",
    "x-middleware-rewrite",
    "x-middleware-prefetch",
    "x-forwarded-port",
    "x-invoke-path",
    "x-matched-path",
    "x-nextjs-data",
    "x-now-route-matches",
    "x-prerender-revalidate",
    "x-original-url",
    "x-rewrite-url",
    "x-real-ip",
    "forwarded",
    "next-action",
    "next-resume",
    "x-nonce",
    "purpose",
  ])("never %s from outside", async (name) => {
    const { port } = await consoleServer();
    const { headers, raw } = await seenBy(port, { [name]: "evil" });
    expect(headers[name]).not.toBe("evil");
    expect(raw).not.toContain("evil");
  });

  test("what the console's own client sends", async () => {
    const { port } = await consoleServer();
    const own = {
      rsc: "1",
      "next-router-state-tree": "x",
      "next-url": "/",
      cookie: "session=1",
      "x-auth-return-redirect": "1",
      "accept-encoding": "br",
    };
    expect((await seenBy(port, own)).headers).toMatchObject(own);
  });

  test("bodies, whole", async () => {
    const { port } = await consoleServer();
    const { body } = await ask(port, host, "/api/trpc/x", {
      method: "POST",
      headers: { origin },
      body: "x".repeat(100),
    });
    expect(JSON.parse(body.toString())).toMatchObject({ body: "x".repeat(100) });
  });
});

describe("the policy", () => {
  test("has a nonce of its own for each answer, the same that Next is told", async () => {
    const { port } = await consoleServer();
    const answers = await Promise.all([ask(port, host, "/"), ask(port, host, "/")]);
    const policies = answers.map(({ headers }) => String(headers["content-security-policy"]));
    expect(new Set(policies).size).toBe(2);
    for (const [index, { body }] of answers.entries()) {
      expect((JSON.parse(body.toString()) as Seen).headers["content-security-policy"]).toBe(policies[index]);
    }
    const scripts = /script-src ([^;]*)/u.exec(policies[0] ?? "")?.[1] ?? "";
    expect(scripts).toMatch(/^'nonce-[A-Za-z0-9+/]{22}==' 'strict-dynamic'$/u);
    expect(answers[0]?.headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "x-frame-options": "DENY",
    });
    expect(answers[0]?.headers["strict-transport-security"]).toBeUndefined();
  });

  test("promises https where the public sees https", async () => {
    const { port } = await consoleServer({ origin: new URL("https://console.example") });
    const { headers } = await ask(port, "console.example", "/");
    expect(headers["strict-transport-security"]).toMatch(/^max-age=31536000/u);
  });

  test("allows evaluation only while developing", async () => {
    const { port } = await consoleServer({ development: true });
    expect((await ask(port, host, "/")).headers["content-security-policy"]).toContain("'unsafe-eval'");
  });
});

describe("what is refused", () => {
  test.each([
    undefined,
    "null",
    "http://jichu.localhost:3000",
    "https://console.localhost:3000",
    "http://console.localhost",
  ])("a change asked for by a page of %s", async (from) => {
    const { port } = await consoleServer();
    const headers: Record<string, string> = from === undefined ? {} : { origin: from };
    const answer = await ask(port, host, "/api/trpc/x", { method: "POST", headers, body: "{}" });
    expect(answer.status).toBe(403);
    expect(JSON.parse(answer.body.toString())).toMatchObject({ error: { code: "foreignOrigin" } });
    expect(answer.body.toString()).toMatch(/"message":"\p{Script=Han}/u);
  });

  test("a body that is too large, each path by its own limit, and one of unknown length", async () => {
    const { port } = await consoleServer();
    const post = (path: string, headers: Record<string, string>, body: string) =>
      ask(port, host, path, { method: "POST", headers: { origin, ...headers }, body });
    expect((await post("/api/trpc/x", {}, "x".repeat(101))).status).toBe(413);
    expect((await post("/api/upload", {}, "x".repeat(1_000))).status).toBe(200);
    expect((await post("/api/trpc/x", { "transfer-encoding": "chunked" }, "x")).status).toBe(411);
  });

  test("a large body is refused in words its sender can still read", async () => {
    const { port } = await consoleServer();
    const answer = await ask(port, host, "/api/trpc/x", {
      method: "POST",
      headers: { origin },
      body: "x".repeat(30_000_000),
    });
    expect(answer.status).toBe(413);
    expect(answer.body.toString()).toMatch(/\p{Script=Han}/u);
  });

  test.each(["/reader-site/x", "/reader-portal", "/reader-site", "/%72eader-site/x", "/_not-found", "/_global-error"])(
    "readers' pages under Next's own path %s",
    async (path) => {
      const { port } = await consoleServer();
      expect((await ask(port, host, path)).status).toBe(404);
    },
  );

  test.each(["//reader-site/x", "/a/../reader-site/x", "/./x", "/%2e%2e/x", "/%5cx", "/%00", "/%zz", "/a%2525"])(
    "the ambiguous path %s",
    async (path) => {
      const { port } = await consoleServer();
      expect((await ask(port, host, path)).status).toBe(400);
    },
  );

  test.each(["TRACE", "OPTIONS", "PROPFIND"])("the method %s", async (method) => {
    const { port } = await consoleServer();
    expect((await ask(port, host, "/", { method, headers: { origin } })).status).toBe(405);
  });
});

test("files of the build are served without Next", async () => {
  const { port } = await consoleServer();
  expect(await ask(port, host, "/_next/static/a.js")).toMatchObject({
    status: 200,
    headers: { "content-type": "text/javascript" },
    body: Buffer.from("js"),
  });
});

test("a handler that fails gives a sentence, to programs as JSON", async () => {
  const { port } = await consoleServer({ next: () => Promise.reject(new Error("secret")) });
  const [page, api] = [await ask(port, host, "/jichu"), await ask(port, host, "/api/x")];
  expect([page.status, api.status]).toEqual([500, 500]);
  expect(page.body.toString() + api.body.toString()).not.toContain("secret");
  expect(JSON.parse(api.body.toString())).toMatchObject({ error: { code: "pageFailed" } });
});

test("an answer that breaks off is broken off", async () => {
  const { port } = await consoleServer({
    next: (_request, response) => {
      response.write("half");
      return Promise.reject(new Error("later"));
    },
  });
  await expect(ask(port, host, "/")).rejects.toThrow();
});

test("what the API answers may run nothing, not even opened by itself", async () => {
  const { port } = await consoleServer();
  const file = await ask(port, host, "/api/media/jichu/0192f0a0-0000-7000-8000-00000000000a/w480.webp");
  expect(file.headers["content-security-policy"]).toContain("sandbox");
  const page = await ask(port, host, "/jichu");
  expect(page.headers["content-security-policy"]).not.toContain("sandbox");
});
