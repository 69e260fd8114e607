import { expect } from "@playwright/test";
import type { TestBranch } from "@zhibu/db/testing/factories";
import { addArticle, addColumn, type TestArticle } from "@zhibu/db/testing/published-fixtures";
import { rows } from "../../fixtures/behind-the-scenes.ts";
import { isOurs, leadsTo } from "../../fixtures/crawl.ts";
import { sharedDatabaseUrl, sharedDataDir } from "../../fixtures/hosts.ts";
import { startPortal, type PortalProcess } from "../../fixtures/portal-process.ts";
import { converse } from "../../fixtures/raw-http.ts";
import { ask, type Answer, type Question } from "../../fixtures/read-from.ts";
import { documentProblems } from "../../fixtures/reader-document.ts";
import { openBranch } from "../../fixtures/scratch-branch.ts";
import { test } from "../../fixtures/test.ts";

test.describe.configure({ mode: "serial" });

/** A portal of its own, so that what it counts is what this spec asked. */
let portal: PortalProcess;
let branch: TestBranch;
let host: string;
let articles: TestArticle[];

const articlesMade = 40;

test.beforeAll(async () => {
  test.setTimeout(200_000);
  branch = await openBranch();
  host = `${branch.slug}.localhost`;
  const column = await addColumn(branch);
  articles = [];
  for (let index = 0; index < articlesMade; index += 1)
    articles.push(await addArticle(branch, column, { title: `门前第${index + 1}篇` }));
  portal = await startPortal({ databaseUrl: sharedDatabaseUrl(), dataDir: sharedDataDir() });
});

test.afterAll(async () => {
  await rows("UPDATE branch SET state = 'archived', updated_at = now() WHERE id = $1", branch.tenantId);
  await portal.end();
});

type Health = { pages: number; renders: number };

async function health(): Promise<Health> {
  const { pages, renders } = JSON.parse((await ask(portal.port, "localhost", "/api/health")).body) as Health;
  return { pages, renders };
}

/** What a reader could tell apart: everything but the time. */
function told({ status, headers, body }: Answer) {
  const { date: _date, connection: _connection, "keep-alive": _keepAlive, ...rest } = headers;
  return { status, headers: rest, body };
}

function read(path: string, question?: Question): Promise<Answer> {
  return ask(portal.port, host, path, question);
}

/** Lets the portal believe that readers' pages have changed, and waits until it has noticed. */
async function renewPages(): Promise<void> {
  await read("/");
  const { renders } = await health();
  await rows("SELECT set_config('app.tenant_id', $1, true), bump_site_version(true)", branch.tenantId);
  await expect
    .poll(async () => {
      await read("/");
      return (await health()).renders;
    })
    .toBeGreaterThan(renders);
}

const strangers = [
  "evil.example",
  "localhost.evil.example",
  "console.localhost.evil.example",
  "www.localhost",
  "nobody.localhost",
  "xlocalhost",
  "admin.console.localhost",
  "127.0.0.1",
  "[::1]",
  "evil.example@localhost",
  "localhost@evil.example",
  "localhost#evil.example",
  "localhost/evil.example",
  "localhost\\evil.example",
  "localhost:80:evil",
  "localhost:999999",
  "localhost, evil.example",
  "localhost evil.example",
  ".localhost",
  "localhost..",
  "-localhost",
  "%6cocalhost",
  "xn--locahost-1q8d",
  `${"a".repeat(300)}.localhost`,
  "",
];

test("a host that is not ours is nobody's, and not repeated", async () => {
  for (const stranger of strangers) {
    for (const path of ["/", "/a/1", "/sign-in", "/sitemap.xml", "/admin"]) {
      const answer = await ask(portal.port, "", path, { headers: { host: stranger } });
      expect([400, 404], `${stranger} ${path}`).toContain(answer.status);
      expect(answer.headers["location"], stranger).toBeUndefined();
      expect(answer.headers["set-cookie"], stranger).toBeUndefined();
      if (stranger !== "") expect(answer.body).not.toContain(stranger);
      expect(answer.body, stranger).not.toContain("evil");
    }
  }
});

test("a site's host is known in every spelling that names it, and its page is the same", async () => {
  const page = told(await read("/"));
  for (const spelling of [host, host.toUpperCase(), `${host}.`, `${host}:80`, `${host}:65535`, `${host}.:443`]) {
    expect(told(await ask(portal.port, "", "/", { headers: { host: spelling } })), spelling).toEqual(page);
  }
});

/** One request header each; `evil` in an answer would show that it was believed. */
const hostileHeaders: readonly Record<string, string>[] = [
  { "x-forwarded-host": "evil.example" },
  { "x-forwarded-host": "console.localhost" },
  { "x-forwarded-proto": "https" },
  { "x-forwarded-proto": "javascript" },
  { "x-forwarded-port": "6666" },
  { "x-forwarded-prefix": "/evil" },
  { forwarded: "host=evil.example;proto=https" },
  { "x-original-host": "evil.example", "x-host": "evil.example", "x-forwarded-server": "evil.example" },
  { "x-original-url": "/evil", "x-rewrite-url": "/evil" },
  { rsc: "1" },
  { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
  { "next-router-state-tree": "%5B%22evil%22%5D" },
  { "next-url": "/evil" },
  { "next-action": "evil" },
  { "next-resume": "1" },
  { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" },
  { "x-middleware-rewrite": "http://evil.example/" },
  { "x-middleware-prefetch": "1" },
  { "x-middleware-override-headers": "host", "x-middleware-request-host": "evil.example" },
  { "x-nextjs-data": "1" },
  { "x-nextjs-redirect": "http://evil.example/" },
  { "x-invoke-path": "/sign-in", "x-invoke-status": "500", "x-invoke-error": "evil" },
  { "x-matched-path": "/sign-in" },
  { "x-now-route-matches": "1=evil" },
  { "x-prerender-revalidate": "evil" },
  { "x-zhibu-path": "//evil.example", "x-zhibu-client-address": "evil" },
  { "content-security-policy": "script-src 'nonce-evil'" },
  { "x-nonce": "evil" },
  { "x-http-method-override": "DELETE" },
  { cookie: "zhibu.session=evil; __prerender_bypass=evil; NEXT_LOCALE=evil" },
  { authorization: "Bearer evil" },
  { "accept-language": "evil" },
  { accept: "text/x-component" },
  { "user-agent": "Googlebot evil" },
  { referer: "http://evil.example/", origin: "http://evil.example" },
  { purpose: "prefetch", "sec-purpose": "prefetch" },
];

test("the first reader's headers leave no trace in the page that all others get", async () => {
  await renewPages();
  // Each page is asked for the first time by somebody who means ill.
  const poisoned: Answer[] = [];
  for (const [index, headers] of hostileHeaders.entries())
    poisoned.push(await read(`/a/${articles[index]?.no}`, { headers }));
  const kept: Answer[] = [];
  for (const index of hostileHeaders.keys()) kept.push(await read(`/a/${articles[index]?.no}`));
  await renewPages();
  for (const [index, headers] of hostileHeaders.entries()) {
    const { no, title } = articles[index] ?? { no: 0, title: "" };
    const what = JSON.stringify(headers);
    const clean = await read(`/a/${no}`);
    expect(clean.status, what).toBe(200);
    expect(clean.body, what).toContain(title);
    expect(documentProblems(clean, `http://${host}:${portal.port}/a/${no}`), what).toEqual([]);
    expect(told(poisoned[index] ?? clean), what).toEqual(told(clean));
    expect(told(kept[index] ?? clean), what).toEqual(told(clean));
    expect(clean.body.toLowerCase(), what).not.toContain("evil");
    const foreign = leadsTo({ host, path: `/a/${no}`, answer: clean }, portal.port).filter(
      (url) => !isOurs(url, portal.port),
    );
    expect(foreign, what).toEqual([]);
  }
});

test("on a ready page those headers change nothing either", async () => {
  const page = told(await read("/"));
  for (const headers of hostileHeaders) {
    expect(told(await read("/", { headers })), JSON.stringify(headers)).toEqual(page);
    expect(told(await read("/"))).toEqual(page);
  }
});

test("unknown parameters neither change a page nor make new ones", async () => {
  const paths = ["/", `/a/${articles[0]?.no}`, "/c/news", "/feed.xml", "/sitemap.xml"];
  const before = new Map<string, ReturnType<typeof told>>();
  for (const path of paths) before.set(path, told(await read(path)));
  const stats = await health();
  const queries = [
    "?x=1",
    "?utm_source=evil",
    "?_rsc=abc",
    "?__nextDataReq=1",
    "?amp=1",
    "?page=2",
    "?",
    "?a=1&a=2",
    "?%3Cscript%3E",
    "?x=%00",
    "?nxtPno=2",
  ];
  for (const path of paths) {
    for (const query of queries) expect(told(await read(path + query)), path + query).toEqual(before.get(path));
  }
  expect(await health()).toEqual(stats);
});

test("a flood of made-up addresses makes one page, not a thousand", async () => {
  await read("/no-such-page");
  const before = await health();
  for (let index = 0; index < 200; index += 1)
    expect((await read(`/wp-${index}/xmlrpc.php?${index}`)).status).toBe(404);
  expect(await health()).toEqual(before);
});

test("what is inside stays inside: Next's paths, its data and the console's are no reader's", async () => {
  const scripts =
    (await ask(portal.port, "console.localhost", "/sign-in")).body.match(/\/_next\/static\/[^"]+\.js/gu) ?? [];
  expect(scripts.length).toBeGreaterThan(0);
  const rendering = [
    `/reader-site/${branch.tenantId}`,
    `/reader-site/${branch.tenantId}/a/1`,
    "/reader-portal",
    "/reader-portal/branches",
    "/%72eader-portal",
  ];
  const paths = [
    ...rendering,
    "/READER-PORTAL",
    "/closed",
    "/_next/data/build/index.json",
    "/_next/image?url=http://evil.example/x.png&w=64&q=75",
    "/_next/static/../server/app/page.js",
    "/_next/static/%2e%2e/server/app-paths-manifest.json",
    "/_next/",
    "/api/trpc/account.me",
    "/api/auth/csrf",
    "/api/upload",
    "/sign-in",
    "/inbox",
    `/${branch.slug}/articles`,
    "/.env",
    "/package.json",
    ...scripts.slice(0, 3),
  ];
  for (const path of paths) {
    for (const reader of [host, "localhost"]) {
      const { status, headers } = await ask(portal.port, reader, path);
      expect([400, 404, 308], `${reader}${path}`).toContain(status);
      expect(String(headers["content-type"] ?? ""), `${reader}${path}`).not.toMatch(/script|json|component/u);
      if (status === 308) expect(String(headers["location"])).toMatch(/^\/(?!\/)/u);
    }
  }
  for (const path of rendering)
    expect([400, 404], path).toContain((await ask(portal.port, "console.localhost", path)).status);
});

const crooked = [
  "//evil.example/",
  "///evil.example",
  "/\\evil.example",
  "/%5cevil.example",
  "/%2f%2fevil.example",
  "//evil.example/%2e%2e",
  "/.//evil.example",
  "/..//evil.example/..",
  "/%2e%2e/",
  "/%2e%2e/%2e%2e/etc/passwd",
  "/..;/admin",
  "/a/../../../etc/passwd",
  "/a/1/",
  "/a//1",
  "/a/./1",
  "/a/1%2f..%2f2",
  "/a/%31",
  "/a/1%00",
  "/a/1%0d%0aSet-Cookie:%20evil=1",
  "/%ff",
  "/%",
  "/%zz",
  "/%25252e",
  "/a/1;evil",
  `/${"x".repeat(3_000)}`,
  `/a/1?${"x".repeat(5_000)}`,
];

test("a crooked address is straightened on the same host, or refused", async () => {
  for (const target of crooked) {
    for (const reader of [host, "localhost"]) {
      const { status, headers, body } = await ask(portal.port, reader, target);
      expect([308, 400, 404, 414], target).toContain(status);
      const location = headers["location"];
      if (status === 308) expect(location, target).toMatch(/^\/(?![/\\])[^\s\\]*$/u);
      else expect(location, target).toBeUndefined();
      expect(headers["set-cookie"], target).toBeUndefined();
      expect(body, target).not.toMatch(/evil\.example|root:/u);
    }
  }
});

test("/admin of a branch leads to its console, whatever the request claims", async () => {
  for (const headers of hostileHeaders) {
    const answer = await read("/admin", { headers });
    expect([answer.status, answer.headers["location"]]).toEqual([
      302,
      `http://console.localhost:${portal.port}/${branch.slug}`,
    ]);
  }
});

test("readers read: every other method is refused", async () => {
  const page = told(await read("/"));
  for (const method of ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"]) {
    const { answers, rest } = await converse(portal.port, [
      `${method} / HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 4\r\nConnection: close\r\n\r\nevil`,
    ]);
    expect(
      answers.map(({ status }) => status),
      method,
    ).toEqual([405]);
    expect(answers[0]?.headers.get("allow"), method).toBe("GET, HEAD");
    expect(rest).toBe("");
  }
  expect(told(await read("/"))).toEqual(page);
});

test("the console believes its own origin alone", async () => {
  for (const headers of hostileHeaders) {
    const what = JSON.stringify(headers);
    const signIn = await ask(portal.port, "console.localhost", "/sign-in", { headers });
    expect(signIn.status, what).toBeLessThan(500);
    expect(signIn.body, what).not.toMatch(/evil\.example/u);
    const inbox = await ask(portal.port, "console.localhost", "/inbox", { headers: { ...headers, rsc: "" } });
    expect(inbox.body, what).not.toMatch(/evil\.example/u);
    const location = inbox.headers["location"];
    if (location !== undefined)
      expect(location, what).toMatch(
        new RegExp(`^(?:http://console\\.localhost:${portal.port})?/sign-in\\?next=%2Finbox$`, "u"),
      );
  }
});
