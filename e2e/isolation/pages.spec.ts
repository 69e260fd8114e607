import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import type { ConsoleClient } from "../fixtures/console-client.ts";
import { sharedPort, urlOf } from "../fixtures/hosts.ts";
import { ask, type Answer } from "../fixtures/read-from.ts";
import { beSignedIn } from "../fixtures/signed-in.ts";
import { test } from "../fixtures/test.ts";
import { attackersOf, secrets, victimBranch, type Attacker, type Victim } from "../fixtures/two-branches.ts";

let victim: Victim;
let attackers: Attacker[];

test.beforeAll(async () => {
  victim = await victimBranch();
  attackers = await attackersOf(victim);
});

const nobodysSlug = () => `x${victim.branch.slug.slice(1)}`;

/** Every page of a branch, in the name of any branch and article. */
function pagesOf(branch: string, articleId: string): string[] {
  return [
    `/${branch}`,
    `/${branch}/articles`,
    `/${branch}/articles?tab=live`,
    `/${branch}/articles/${articleId}`,
    `/${branch}/review/${articleId}`,
    `/${branch}/columns`,
    `/${branch}/media`,
    `/${branch}/media?kind=attachment`,
    `/${branch}/people`,
    `/${branch}/settings`,
    `/${branch}/nothing`,
  ];
}

/** How a browser asks: for a document, and for what Next's router fetches when a link is followed or hovered. */
const manners: readonly Record<string, string>[] = [
  {},
  { rsc: "1" },
  { rsc: "1", "next-router-prefetch": "1" },
  { rsc: "1", "next-router-segment-prefetch": "/_tree" },
];

/** The router's requests are sent on once, to an address that says what they are. */
async function fetched(
  client: Pick<ConsoleClient, "ask">,
  path: string,
  headers: Record<string, string>,
): Promise<Answer> {
  const answer = await client.ask(path, { headers });
  const location = String(answer.headers["location"] ?? "");
  return /[?&]_rsc(?:=|$)/u.test(location) ? client.ask(location, { headers }) : answer;
}

function expectNoSecret(body: string, where: string): void {
  for (const secret of Object.values(secrets)) expect(body, where).not.toContain(secret);
  for (const [kind, id] of Object.entries(victim.ids)) if (kind !== "article") expect(body, where).not.toContain(id);
}

test("the victim's own people see their secrets on these pages, so that there is something to hide", async () => {
  const { client } = victim.staff.secretary;
  const all = (await Promise.all(pagesOf(victim.branch.slug, victim.ids.article).map((path) => client.ask(path))))
    .map(({ body }) => body)
    .join("");
  for (const secret of [secrets.submitted, secrets.person, secrets.column, secrets.phone, secrets.picture])
    expect(all).toContain(secret);
});

test("nothing of a foreign branch is in what a stranger is sent, as a document or by the router", async () => {
  for (const { name, client, slug } of attackers) {
    const own =
      slug === null ? [] : pagesOf(slug, victim.ids.article).filter((path) => path.includes(victim.ids.article));
    for (const path of [...pagesOf(victim.branch.slug, victim.ids.article), ...own]) {
      for (const headers of manners) {
        const { status, body } = await fetched(client, path, headers);
        const where = `${name}: ${path} ${JSON.stringify(headers)}`;
        expectNoSecret(body, where);
        expect([200, 404], where).toContain(status);
      }
    }
  }
});

/** What stands on the page once everything has arrived. */
async function shown(page: Page, path: string): Promise<{ status: number | undefined; title: string; text: string }> {
  const response = await page.goto(urlOf("console", path));
  await expect(page.getByText("没有这个页面").or(page.getByText("没有找到"))).toBeVisible();
  return { status: response?.status(), title: await page.title(), text: await page.locator("body").innerText() };
}

test("to who has left the branch every page under it looks like one that does not exist", async ({ context, page }) => {
  const { client } = attackers.find(({ name }) => name.includes("ended yesterday")) ?? {};
  if (!client) throw new Error("nobody has left");
  await beSignedIn(context, client);
  const missing = randomUUID();
  const others = pagesOf(nobodysSlug(), missing);
  for (const [index, path] of pagesOf(victim.branch.slug, victim.ids.article).entries()) {
    expect(await shown(page, path), path).toEqual(await shown(page, others[index] ?? ""));
  }
});

test("in a stranger's own branch the victim's articles look like ones that do not exist", async ({ context, page }) => {
  const { client, slug } = attackers.find(({ name }) => name === "another branch's secretary") ?? {};
  if (!client || !slug) throw new Error("no secretary");
  await beSignedIn(context, client);
  for (const section of ["articles", "review"]) {
    const foreign = await shown(page, `/${slug}/${section}/${victim.ids.article}`);
    expect(foreign, section).toEqual(await shown(page, `/${slug}/${section}/${randomUUID()}`));
  }
});

test("who is not signed in is led to sign-in, from a foreign branch as from none", async () => {
  const nobody: Pick<ConsoleClient, "ask"> = { ask: (...asked) => ask(sharedPort(), "console.localhost", ...asked) };
  for (const path of pagesOf(victim.branch.slug, victim.ids.article)) {
    const { status, headers } = await nobody.ask(path);
    const signIn = `/sign-in?${new URLSearchParams({ next: path }).toString()}`;
    expect([status, headers["location"]], path).toEqual([307, signIn]);
    for (const manner of manners)
      expectNoSecret((await fetched(nobody, path, manner)).body, `${path} ${JSON.stringify(manner)}`);
  }
});

test("readers of other hosts find none of the victim's articles there", async () => {
  const hosts = [
    "localhost",
    ...new Set(attackers.flatMap(({ slug }) => (slug === null ? [] : [`${slug}.localhost`]))),
  ];
  for (const host of hosts) {
    for (const path of [
      `/a/${victim.submitted.no}`,
      `/a/${victim.live.articleId}`,
      "/c/secret-feature",
      "/c/activities",
      "/feed.xml",
      "/sitemap.xml",
    ]) {
      const { body } = await ask(sharedPort(), host, path);
      for (const secret of [secrets.submitted, secrets.text, secrets.person, secrets.column])
        expect(body, host + path).not.toContain(secret);
      if (host !== "localhost") expect(body, host + path).not.toContain(secrets.live);
    }
  }
});
