import { expect, test } from "vitest";
import { newBareBranch } from "@zhibu/db/testing/factories";
import { addArticle, addColumn } from "@zhibu/db/testing/published-fixtures";
import { columnPage } from "./column-page.ts";
import { pageSize } from "./paging.ts";

function minute(n: number): Date {
  return new Date(Date.UTC(2026, 5, 1, 0, n));
}

test("pages run from the newest to the oldest without a gap", async () => {
  const branch = await newBareBranch();
  const column = await addColumn(branch);
  const articles = [];
  for (let n = 0; n < pageSize + 3; n += 1) articles.push(await addArticle(branch, column, { publishedAt: minute(n) }));
  const newestFirst = articles.toReversed().map((article) => article.no);

  const first = await columnPage(branch.tenantId, column.slug, 1);
  const second = await columnPage(branch.tenantId, column.slug, 2);
  expect(first).toMatchObject({ page: 1, pages: 2, total: pageSize + 3 });
  expect([...(first?.items ?? []), ...(second?.items ?? [])].map((item) => item.no)).toEqual(newestFirst);
  expect(await columnPage(branch.tenantId, column.slug, 3)).toBeNull();
});

test("pinned articles stand first, once, and push nothing off the pages", async () => {
  const branch = await newBareBranch();
  const column = await addColumn(branch);
  const pinned = await addArticle(branch, column, { publishedAt: minute(0), pinned: true });
  for (let n = 1; n <= pageSize; n += 1) await addArticle(branch, column, { publishedAt: minute(n) });
  const first = await columnPage(branch.tenantId, column.slug, 1);
  const second = await columnPage(branch.tenantId, column.slug, 2);
  expect(first?.items[0]).toMatchObject({ no: pinned.no, pinned: true });
  expect(first?.items).toHaveLength(pageSize);
  expect(second?.items).toEqual([expect.objectContaining({ publishedAt: minute(1) })]);
});

test("a module holds its own articles and those of its sub-columns, the newest of each on top", async () => {
  const branch = await newBareBranch();
  const module = await addColumn(branch);
  const meetings = await addColumn(branch, { parent: module, position: 1 });
  const empty = await addColumn(branch, { parent: module, position: 2 });
  const own = await addArticle(branch, module, { publishedAt: minute(1) });
  const child = await addArticle(branch, meetings, { publishedAt: minute(2) });
  const page = await columnPage(branch.tenantId, module.slug, 1);
  expect(page?.items.map((item) => item.no)).toEqual([child.no, own.no]);
  expect(page?.previews.map(({ column, items }) => [column.id, items.length])).toEqual([
    [meetings.id, 1],
    [empty.id, 0],
  ]);
  const childPage = await columnPage(branch.tenantId, meetings.slug, 1);
  expect(childPage).toMatchObject({ total: 1, previews: [], place: { child: { id: meetings.id } } });
});

test("nothing but live articles of this branch is listed or counted", async () => {
  const branch = await newBareBranch();
  const other = await newBareBranch();
  const column = await addColumn(branch, { slug: "meetings" });
  const twin = await addColumn(other, { slug: "meetings" });
  await addArticle(other, twin);
  await addArticle(branch, column, { visibility: "withdrawn" });
  await addArticle(branch, column, { visibility: "unpublished", publishedAt: null });
  expect(await columnPage(branch.tenantId, "meetings", 1)).toMatchObject({ total: 0, pages: 1, items: [] });
});

test("a hidden column has no page, nor has what stands below it", async () => {
  const branch = await newBareBranch();
  const hidden = await addColumn(branch, { hidden: true });
  const below = await addColumn(branch, { parent: hidden });
  await addArticle(branch, below);
  for (const { slug } of [hidden, below, { slug: "nowhere" }])
    expect(await columnPage(branch.tenantId, slug, 1)).toBeNull();
});
