import { expect } from "@playwright/test";
import { rows } from "../../fixtures/behind-the-scenes.ts";
import { crawl, isOurs, leadsTo, type Visit } from "../../fixtures/crawl.ts";
import { sharedPort } from "../../fixtures/hosts.ts";
import { ask } from "../../fixtures/read-from.ts";
import { addressesInXml, documentProblems, headerOf, headerProblems } from "../../fixtures/reader-document.ts";
import { test } from "../../fixtures/test.ts";

test.describe.configure({ mode: "serial" });

const startPaths = ["/", "/sitemap.xml", "/feed.xml", "/robots.txt"];

let port: number;
let hosts: string[];
let visits: Visit[];

const addressOf = ({ host, path }: Pick<Visit, "host" | "path">) => `http://${host}:${port}${path}`;
/**
 * The one address of a page's text. One text of the college on many hosts (学院概况) has the portal's, an article the
 * office pushed has its origin's.
 */
function ownAddressOf(visit: Visit): string {
  if (visit.path.startsWith("/p/")) return addressOf({ ...visit, host: "localhost" });
  const [, canonical = ""] = /<link rel="canonical" href="([^"]*)"/u.exec(visit.answer.body) ?? [];
  const pushed = visit.path.startsWith("/a/") && URL.canParse(canonical) && isOurs(new URL(canonical), port);
  return pushed && new URL(canonical).pathname.startsWith("/a/") ? canonical : addressOf(visit);
}

const typeOf = ({ answer }: Pick<Visit, "answer">) => headerOf(answer, "content-type");
const isPage = (visit: Visit) => typeOf(visit).startsWith("text/html");
const toConsole = ({ host }: Visit) => host === "console.localhost";

/** Asks again, for a page may have changed since; the rest of the suite writes while this reads. */
async function again(visit: Visit): Promise<Visit> {
  return { ...visit, answer: await ask(port, visit.host, visit.path) };
}

/** Whether the page that named the address names it still. */
async function isStillNamed(visit: Visit): Promise<boolean> {
  if (visit.from === null) return true;
  const from = await again(visit.from);
  return leadsTo(from, port).some((url) => url.hostname === visit.host && url.pathname + url.search === visit.path);
}

test.beforeAll(async () => {
  test.setTimeout(300_000);
  port = sharedPort();
  const branches = await rows<{ slug: string }>(
    // The demo college's: what other specs opened has next to nothing in it.
    "SELECT slug FROM branch b WHERE state = 'open' AND kind IN ('general', 'direct') AND (SELECT count(*) FROM article a WHERE a.tenant_id = b.id AND a.visibility = 'live') > 20",
  );
  hosts = ["localhost", ...branches.map(({ slug }) => `${slug}.localhost`)];
  visits = await crawl(
    port,
    hosts.flatMap((host) => startPaths.map((path) => ({ host, path }))),
  );
});

test("the crawl has been everywhere: the portal, all branches, articles, columns, pictures, counters", () => {
  const of = (pattern: RegExp) => visits.filter(({ path }) => pattern.test(path)).length;
  expect(hosts.length).toBeGreaterThanOrEqual(9);
  expect(visits.filter(isPage).length).toBeGreaterThan(500);
  expect(of(/^\/a\/\d+$/u)).toBeGreaterThan(300);
  expect(of(/^\/c\/[a-z-]+$/u)).toBeGreaterThan(100);
  expect(of(/^\/c\/[a-z-]+\/2$/u)).toBeGreaterThan(0);
  expect(of(/^\/m\/[a-z]+/u)).toBeGreaterThanOrEqual(4);
  expect(of(/^\/media\//u)).toBeGreaterThan(50);
  expect(of(/^\/views\/\d+\.svg$/u)).toBeGreaterThan(300);
});

test("no link is broken", async () => {
  const broken: string[] = [];
  for (const visit of visits.filter(({ answer }) => answer.status !== 200)) {
    if (!(await isStillNamed(visit))) continue;
    const { answer } = await again(visit);
    if (answer.status !== 200)
      broken.push(`${answer.status} ${addressOf(visit)} from ${visit.from && addressOf(visit.from)}`);
  }
  expect(broken).toEqual([]);
});

test("every page is a document: no script, no handler, no style attribute, one heading, its own address", () => {
  const problems = visits
    .filter((visit) => isPage(visit) && !toConsole(visit))
    .flatMap((visit) =>
      documentProblems(visit.answer, ownAddressOf(visit)).map((what) => `${addressOf(visit)}: ${what}`),
    );
  expect(problems).toEqual([]);
});

test("every other answer to a reader carries the same guards", () => {
  const others = visits.filter((visit) => !isPage(visit) && !toConsole(visit));
  const problems = others.flatMap((visit) =>
    headerProblems(visit.answer).map((what) => `${addressOf(visit)}: ${what}`),
  );
  expect(problems).toEqual([]);
  const types = new Set(others.map((visit) => typeOf(visit).split(";")[0]));
  expect(types).not.toContain("application/javascript");
  expect(types).not.toContain("text/javascript");
});

test("pages name no host that is not theirs and no address of the server's inside", () => {
  const strangers = visits
    .filter((visit) => isPage(visit) && !toConsole(visit))
    .flatMap((visit) =>
      leadsTo(visit, port)
        .filter((url) => /localhost|127\.0\.0\.1|reader-site|reader-portal/u.test(url.href))
        .filter((url) => !isOurs(url, port) || /^\/reader-(?:site|portal)/u.test(url.pathname))
        .map((url) => `${addressOf(visit)}: ${url.href}`),
    );
  expect(strangers).toEqual([]);
});

test("feeds and site maps are well-formed and name absolute addresses of their own", async ({ page }) => {
  const documents = visits.filter(({ path }) => /^\/(?:feed|sitemap)\.xml$/u.test(path));
  // The portal leads to the branches of other specs too; theirs are read as well, but nobody counts them.
  expect(documents.filter(({ host }) => hosts.includes(host)).length).toBe(hosts.length * 2);
  for (const visit of documents) {
    const { body } = visit.answer;
    // A real XML parser: the browser's.
    const flaw = await page.evaluate((xml) => {
      const parsed = new DOMParser().parseFromString(xml, "application/xml");
      return parsed.querySelector("parsererror")?.textContent ?? null;
    }, body);
    expect(flaw, addressOf(visit)).toBeNull();
    const named = [...body.matchAll(/<(?:loc|link|guid[^>]*)>([^<]*)</gu)].map(([, address = ""]) => address);
    expect(named.length, addressOf(visit)).toBeGreaterThan(0);
    const ofPlatform = named.filter((address) => URL.canParse(address) && isOurs(new URL(address), port));
    expect(ofPlatform, addressOf(visit)).toEqual(named);
    // The portal's feed leads to the branches; everything else stays at home.
    const abroad = addressesInXml(body).filter((address) => {
      const url = new URL(address);
      return isOurs(url, port) && url.hostname !== visit.host;
    });
    if (visit.host !== "localhost") expect(abroad, addressOf(visit)).toEqual([]);
  }
});

test("the site map knows every article the crawl found, and no other", () => {
  for (const host of hosts.slice(1)) {
    const listed = addressesInXml(
      visits.find((visit) => visit.host === host && visit.path === "/sitemap.xml")?.answer.body ?? "",
    )
      .map((address) => new URL(address).pathname)
      .filter((path) => path.startsWith("/a/"));
    const linked = visits.filter(
      (visit) => visit.host === host && /^\/a\/\d+$/u.test(visit.path) && visit.from?.path !== "/sitemap.xml",
    );
    expect(listed.length, host).toBeGreaterThan(20);
    expect(
      linked.map(({ path }) => path).filter((path) => !listed.includes(path)),
      host,
    ).toEqual([]);
  }
});

test("what does not exist is answered with the site's own 404, a document as well", async () => {
  for (const host of hosts) {
    for (const path of [
      "/no-such-page",
      "/a/999999999",
      "/a/0",
      "/c/no-such-column",
      "/c/activities/9999",
      "/m/nothing",
    ]) {
      const visit = { host, path, from: null, answer: await ask(port, host, path) };
      expect(visit.answer.status, addressOf(visit)).toBe(404);
      expect(documentProblems(visit.answer, addressOf(visit)), addressOf(visit)).toEqual([]);
      expect(visit.answer.body).toContain("没有找到这个页面");
      expect(leadsTo(visit, port).length).toBeGreaterThan(3);
    }
  }
});

test("a withdrawn article leaves a stub, and nothing leads to it", async () => {
  const withdrawn = await rows<{ slug: string; no: number; title: string }>(
    "SELECT b.slug, a.no, a.title FROM article a JOIN branch b ON b.id = a.tenant_id WHERE a.visibility = 'withdrawn' AND a.withdrawn_at < now() - interval '1 hour'",
  );
  expect(withdrawn.length).toBeGreaterThan(0);
  for (const { slug, no, title } of withdrawn) {
    const visit = { host: `${slug}.localhost`, path: `/a/${no}` };
    const answer = await ask(port, visit.host, visit.path);
    expect(answer.status, addressOf(visit)).toBe(410);
    expect(documentProblems(answer, addressOf(visit)), addressOf(visit)).toEqual([]);
    expect(answer.body).toContain("内容已下线");
    expect(answer.body).not.toContain(title);
    expect(visits.filter((seen) => seen.host === visit.host && seen.path === visit.path)).toEqual([]);
  }
});
