import { expect, test } from "vitest";
import { newId } from "@zhibu/db/new-id";
import { newBareBranch } from "@zhibu/db/testing/factories";
import { addArticle, addColumn } from "@zhibu/db/testing/published-fixtures";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import { getPublished } from "./get-published.ts";

function day(n: number): Date {
  return new Date(Date.UTC(2026, 5, n, 2));
}

test("a live article comes with its column, its files and its neighbours", async () => {
  const branch = await newBareBranch();
  const news = await addColumn(branch, { name: "新闻动态" });
  const meetings = await addColumn(branch, { parent: news, name: "党务会议" });
  const older = await addArticle(branch, meetings, { publishedAt: day(1) });
  const article = await addArticle(branch, meetings, { publishedAt: day(2), withCover: true, attachments: 2 });
  const newer = await addArticle(branch, meetings, { publishedAt: day(3) });
  await addArticle(branch, news, { publishedAt: day(2) });

  const answer = await getPublished(branch.tenantId, article.no);
  if (answer?.kind !== "article") throw new Error("not an article");
  expect(answer.article).toMatchObject({
    title: article.title,
    publishedAt: day(2),
    summary: `${article.title}的正文`,
  });
  expect(answer.place).toMatchObject({ section: { name: "新闻动态" }, child: { name: "党务会议" } });
  expect(answer.pictures).toEqual([
    expect.objectContaining({ mediaId: article.mediaIds[0], widths: [480, 960, 1600] }),
  ]);
  expect(answer.attachments.map((file) => file.mediaId)).toEqual(article.mediaIds.slice(1));
  expect(answer.newer).toEqual({ no: newer.no, title: newer.title });
  expect(answer.older).toEqual({ no: older.no, title: older.title });
});

test("neighbours of the same instant are told apart, and the ends of a column have none", async () => {
  const branch = await newBareBranch();
  const column = await addColumn(branch);
  const first = await addArticle(branch, column, { publishedAt: day(1) });
  const second = await addArticle(branch, column, { publishedAt: day(1) });
  await addArticle(branch, column, { publishedAt: day(2), visibility: "withdrawn" });
  await addArticle(branch, column, { publishedAt: null, visibility: "unpublished" });
  expect(await getPublished(branch.tenantId, first.no)).toMatchObject({ newer: { no: second.no }, older: null });
  expect(await getPublished(branch.tenantId, second.no)).toMatchObject({ newer: null, older: { no: first.no } });
});

test("a withdrawn article leaves a stub without a word of it", async () => {
  const branch = await newBareBranch();
  const column = await addColumn(branch);
  const { no, title } = await addArticle(branch, column, { visibility: "withdrawn", title: "不该再出现的标题" });
  const answer = await getPublished(branch.tenantId, no);
  expect(answer).toMatchObject({ kind: "withdrawn", no, withdrawnAt: new Date("2026-07-01T02:00:00Z") });
  expect(JSON.stringify(answer)).not.toContain(title);
});

test("what was never out is missing: drafts, archived drafts, numbers not given yet, articles of hidden columns", async () => {
  const branch = await newBareBranch();
  const column = await addColumn(branch);
  const hidden = await addColumn(branch, { hidden: true });
  const below = await addColumn(branch, { parent: hidden });
  const cases = [
    await addArticle(branch, column, { visibility: "unpublished", publishedAt: null }),
    await addArticle(branch, column, { visibility: "archived", publishedAt: null }),
    await addArticle(branch, hidden),
    await addArticle(branch, below),
    { no: 999_999 },
  ];
  for (const { no } of cases) expect((await getPublished(branch.tenantId, no))?.kind).toBe("missing");
});

test("another branch's article does not exist, nor does a branch that does not", async () => {
  const branch = await newBareBranch();
  const other = await newBareBranch();
  const foreign = await addArticle(other, await addColumn(other));
  expect((await getPublished(branch.tenantId, foreign.no))?.kind).toBe("missing");
  expect(await getPublished(newId() as TenantId, 1)).toBeNull();
});
