import { expect, test } from "vitest";
import { newBareBranch } from "@zhibu/db/testing/factories";
import { addArticle, addColumn } from "@zhibu/db/testing/published-fixtures";
import { siteFeed } from "./site-feed.ts";
import { siteHome } from "./site-home.ts";
import { siteMap } from "./site-map.ts";

function day(n: number): Date {
  return new Date(Date.UTC(2026, 5, n));
}

/** News and organisation with a sub-column each, as every branch has them. */
async function furnishedBranch() {
  const branch = await newBareBranch();
  const news = await addColumn(branch, { module: "news", slug: "news" });
  const meetings = await addColumn(branch, { parent: news, slug: "meetings" });
  const organisation = await addColumn(branch, { module: "organisation", slug: "organisation" });
  const awards = await addColumn(branch, {
    module: "organisation",
    parent: organisation,
    slug: "awards",
    baselineKey: "organisation.awards",
  });
  return { branch, news, meetings, organisation, awards };
}

test("the home page gathers pins, pictures, notices and the newest of each module", async () => {
  const { branch, meetings, organisation, awards } = await furnishedBranch();
  const pictured = await addArticle(branch, meetings, { publishedAt: day(1), withCover: true, summary: "摘要" });
  const pinned = await addArticle(branch, awards, { publishedAt: day(2), pinned: true });
  const plain = await addArticle(branch, organisation, { publishedAt: day(3) });
  const home = await siteHome(branch.tenantId);
  expect(home?.pinned.map((item) => item.no)).toEqual([pinned.no]);
  expect(home?.pictures).toMatchObject([{ no: pictured.no, summary: "摘要", cover: { width: 1600 } }]);
  expect(home?.notices.map((item) => item.no)).toEqual([pinned.no]);
  expect(home?.sections.map(({ section, items }) => [section.slug, items.map((item) => item.no)])).toEqual([
    ["news", [pictured.no]],
    ["organisation", [plain.no, pinned.no]],
  ]);
});

test("a column of the branch's own for notices takes their place", async () => {
  const { branch, awards } = await furnishedBranch();
  const notices = await addColumn(branch, { module: "special", slug: "notices" });
  await addArticle(branch, awards);
  const notice = await addArticle(branch, notices);
  expect((await siteHome(branch.tenantId))?.notices.map((item) => item.no)).toEqual([notice.no]);
});

test("a pinned picture comes before newer ones", async () => {
  const { branch, meetings } = await furnishedBranch();
  const pinned = await addArticle(branch, meetings, { publishedAt: day(1), withCover: true, pinned: true });
  const newer = await addArticle(branch, meetings, { publishedAt: day(2), withCover: true });
  expect((await siteHome(branch.tenantId))?.pictures.map((item) => item.no)).toEqual([pinned.no, newer.no]);
});

test("what is not out, hidden or another branch's is nowhere: not on the home page, in the feed or in the map", async () => {
  const { branch, meetings } = await furnishedBranch();
  const other = await furnishedBranch();
  const hidden = await addColumn(branch, { module: "special", hidden: true });
  await addArticle(other.branch, other.meetings, { pinned: true, withCover: true });
  await addArticle(branch, hidden, { pinned: true, withCover: true });
  await addArticle(branch, meetings, { visibility: "withdrawn", withCover: true });
  await addArticle(branch, meetings, { visibility: "unpublished", publishedAt: null });
  const home = await siteHome(branch.tenantId);
  expect(home).toMatchObject({ pinned: [], pictures: [], notices: [] });
  expect(home?.sections.flatMap(({ items }) => items)).toEqual([]);
  expect((await siteFeed(branch.tenantId))?.items).toEqual([]);
  expect((await siteMap(branch.tenantId))?.items).toEqual([]);
});

test("feed and map list live articles, newest first", async () => {
  const { branch, news, awards } = await furnishedBranch();
  const older = await addArticle(branch, news, { publishedAt: day(1) });
  const newer = await addArticle(branch, awards, { publishedAt: day(2) });
  expect((await siteFeed(branch.tenantId))?.items.map((item) => item.no)).toEqual([newer.no, older.no]);
  expect((await siteMap(branch.tenantId))?.items).toEqual([
    { no: newer.no, revisedAt: day(2) },
    { no: older.no, revisedAt: day(1) },
  ]);
});
