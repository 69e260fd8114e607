import { expect, test } from "vitest";
import { withOffice } from "@zhibu/db/scope";
import { newBareBranch } from "@zhibu/db/testing/factories";
import { addArticle, addColumn } from "@zhibu/db/testing/published-fixtures";
import { portalBranches } from "./portal-branches.ts";
import { portalFeed } from "./portal-feed.ts";
import { portalHome } from "./portal-home.ts";
import { portalModule } from "./portal-module.ts";

/** Other tests publish into the same college: what these publish lies ahead of all of it. */
let ahead = Date.UTC(2099, 0, 1);
function later(): Date {
  ahead += 60_000;
  return new Date(ahead);
}

test("the newest over all branches, whatever their module, with the branch each leads to", async () => {
  const [one, two] = [await newBareBranch(), await newBareBranch()];
  const news = await addArticle(one, await addColumn(one, { module: "news" }), {
    publishedAt: later(),
    withCover: true,
  });
  const study = await addArticle(two, await addColumn(two, { module: "education" }), { publishedAt: later() });
  const home = await portalHome();
  expect(home?.latest.slice(0, 2)).toMatchObject([
    { title: study.title, module: "education", branch: { slug: two.slug } },
    { title: news.title, module: "news", branch: { slug: one.slug } },
  ]);
  expect(home?.byModule.get("news")?.[0]?.title).toBe(news.title);
  expect(home?.pictures[0]).toMatchObject({ title: news.title, branch: { slug: one.slug } });
});

test("the office's own site is read like any other, and is none of the branches", async () => {
  const [office, branch] = [await newBareBranch(), await newBareBranch()];
  await withOffice((tx) => tx.branch.update({ where: { id: office.tenantId }, data: { kind: "office" } }));
  const notice = await addArticle(office, await addColumn(office, { module: "news" }), { publishedAt: later() });
  const home = await portalHome();
  expect(home?.latest[0]).toMatchObject({ title: notice.title, branch: { slug: office.slug } });
  const slugs = (await portalBranches())?.branches.map(({ slug }) => slug);
  expect(slugs).toContain(branch.slug);
  expect(slugs).not.toContain(office.slug);
  await withOffice((tx) => tx.branch.update({ where: { id: office.tenantId }, data: { kind: "direct" } }));
});

test("a module that the newest articles don't fill is filled from its columns", async () => {
  const branch = await newBareBranch();
  const special = await addColumn(branch, { module: "special" });
  const old = await addArticle(branch, special, { publishedAt: new Date("1999-01-01T00:00:00Z") });
  const titles = [];
  for (let page = 1, more = true; more; page += 1) {
    const list = await portalModule("special", page);
    titles.push(...(list?.items ?? []).map((item) => item.title));
    more = list?.hasNext ?? false;
  }
  expect(titles.at(-1)).toBe(old.title);
});

test("pages of a module follow each other and end", async () => {
  const branch = await newBareBranch();
  const column = await addColumn(branch, { module: "organisation" });
  const titles = [];
  for (let n = 0; n < 21; n += 1) titles.unshift((await addArticle(branch, column, { publishedAt: later() })).title);
  const first = await portalModule("organisation", 1);
  const second = await portalModule("organisation", 2);
  expect(first).toMatchObject({ page: 1, hasNext: true });
  expect([...(first?.items ?? []), ...(second?.items ?? [])].slice(0, 21).map((item) => item.title)).toEqual(titles);
  expect(await portalModule("organisation", 25)).toBeNull();
  expect(await portalModule("organisation", 26)).toBeNull();
});

test("closed branches, hidden columns and what is not live are nowhere on the portal", async () => {
  const [closed, open] = [await newBareBranch(), await newBareBranch()];
  const hidden = await addColumn(open, { hidden: true });
  const below = await addColumn(open, { parent: hidden });
  const articles = [
    await addArticle(closed, await addColumn(closed), { publishedAt: later(), withCover: true }),
    await addArticle(open, hidden, { publishedAt: later(), withCover: true }),
    await addArticle(open, below, { publishedAt: later(), withCover: true }),
    await addArticle(open, await addColumn(open), { publishedAt: later(), visibility: "withdrawn", withCover: true }),
  ];
  await withOffice((tx) => tx.branch.update({ where: { id: closed.tenantId }, data: { state: "suspended" } }));
  const home = await portalHome();
  const shown = JSON.stringify([home?.latest, home?.pictures, await portalFeed(), await portalModule("news", 1)]);
  for (const { title } of articles) expect(shown).not.toContain(title);
  const slugs = (await portalBranches())?.branches.map((branch) => branch.slug);
  expect(slugs).toContain(open.slug);
  expect(slugs).not.toContain(closed.slug);
});

test("the directory knows when each branch last published", async () => {
  const [active, silent] = [await newBareBranch(), await newBareBranch()];
  const publishedAt = later();
  await addArticle(active, await addColumn(active), { publishedAt });
  const branches = (await portalBranches())?.branches ?? [];
  expect(branches.find((branch) => branch.slug === active.slug)?.lastPublishedAt).toEqual(publishedAt);
  expect(branches.find((branch) => branch.slug === silent.slug)?.lastPublishedAt).toBeNull();
});
