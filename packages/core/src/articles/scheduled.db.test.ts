import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { withStartLock } from "@zhibu/db/migrations";
import { withReader } from "@zhibu/db/scope";
import type {} from "@zhibu/db/testing/global-setup";
import { migrateJobs, workJobs } from "../jobs.ts";
import { connectQueue, disconnectQueue } from "../kernel/queue.ts";
import { approvedBy, rowOf, staffedBranch, type Staff } from "../testing/articles.ts";
import { sweepScheduled } from "./article-jobs.ts";
import { publishScheduled } from "./publish-scheduled.ts";
import { returnArticle } from "./return-article.ts";
import { scheduleArticle } from "./schedule-article.ts";
import { unscheduleArticle } from "./unschedule-article.ts";

const errors: Error[] = [];

beforeAll(async () => {
  await withStartLock(inject("ownerUrl"), () => migrateJobs(inject("ownerUrl")));
  await connectQueue(inject("appUrl"), (error) => errors.push(error));
});

afterAll(async () => {
  await disconnectQueue();
  expect(errors).toEqual([]);
});

const evening = new Date("2026-12-31T23:58:00+08:00");
const midnight = "2027-01-01T00:00:00+08:00";

async function planned(now: () => Date): Promise<{ staff: Staff; articleId: string; version: number }> {
  const { staff } = await staffedBranch(now);
  const approved = await approvedBy(staff);
  return { staff, ...(await scheduleArticle(staff.webmaster, { ...approved, publishAt: midnight })) };
}

describe("a planned publication", () => {
  test("happens at its instant across midnight and the new year, not a minute before, and once however often the job runs", async () => {
    let now = evening;
    const { staff, articleId } = await planned(() => now);
    const { tenantId } = staff.webmaster;
    now = new Date("2026-12-31T23:59:59+08:00");
    expect(await publishScheduled(tenantId, articleId, () => now)).toBe(false);
    now = new Date("2027-01-01T00:00:01+08:00");
    const runs = await Promise.all(Array.from({ length: 5 }, () => publishScheduled(tenantId, articleId, () => now)));
    expect(runs.filter(Boolean)).toHaveLength(1);
    expect(await rowOf(staff.webmaster, articleId)).toMatchObject({
      visibility: "live",
      workState: null,
      publishedAt: now,
    });
    expect(await withReader(tenantId, (tx) => tx.revision.count())).toBe(1);
  });

  test("that was cancelled or returned does not happen", async () => {
    let now = evening;
    const cancelled = await planned(() => now);
    await unscheduleArticle(cancelled.staff.webmaster, cancelled);
    const returned = await planned(() => now);
    await returnArticle(returned.staff.secretary, { ...returned, reason: "等通知再发" });
    now = new Date("2027-01-02T00:00:00+08:00");
    for (const { staff, articleId } of [cancelled, returned]) {
      expect(await publishScheduled(staff.webmaster.tenantId, articleId, () => now)).toBe(false);
      expect(await rowOf(staff.webmaster, articleId)).toMatchObject({ visibility: "unpublished" });
    }
  });

  test("whose job got lost is found by the sweep", async () => {
    let now = evening;
    const { staff, articleId } = await planned(() => now);
    now = new Date("2027-01-01T00:05:00+08:00");
    expect(await sweepScheduled(() => now)).toBeGreaterThanOrEqual(1);
    expect(await rowOf(staff.webmaster, articleId)).toMatchObject({ visibility: "live" });
  });

  test("can't be planned for the past or without approval", async () => {
    const { staff } = await staffedBranch(() => evening);
    const approved = await approvedBy(staff);
    await expect(
      scheduleArticle(staff.webmaster, { ...approved, publishAt: "2026-12-31T23:57:00+08:00" }),
    ).rejects.toMatchObject({ code: "INVALID", reason: "article.scheduleInPast" });
    await expect(scheduleArticle(staff.contributor, { ...approved, publishAt: midnight })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});

test("the queue brings a job to the worker that stands in the planning transaction", async () => {
  const { staff } = await staffedBranch();
  const approved = await approvedBy(staff);
  const published = new Promise<void>((resolve) => {
    const stop = setInterval(() => {
      void rowOf(staff.webmaster, approved.articleId).then((row) => {
        if (row.visibility !== "live") return;
        clearInterval(stop);
        resolve();
      });
    }, 50);
  });
  await workJobs(() => new Date());
  await scheduleArticle(staff.webmaster, { ...approved, publishAt: new Date(Date.now() + 300).toISOString() });
  await published;
  expect(await rowOf(staff.webmaster, approved.articleId)).toMatchObject({ visibility: "live" });
});
