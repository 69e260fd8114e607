import { describe, expect, test } from "vitest";
import { articleTabs } from "@zhibu/domain/articles/article-tabs";
import type { BranchContext } from "../kernel/context.ts";
import { actorOf } from "../testing/actors.ts";
import { approvedBy, draftBy, publishedBy, staffedBranch, submittedBy } from "../testing/articles.ts";
import { getDashboard } from "./get-dashboard.ts";
import { handInArticle } from "./hand-in-article.ts";
import { countArticles, listArticles } from "./list-articles.ts";
import { listInbox } from "./list-inbox.ts";
import { returnArticle } from "./return-article.ts";
import { withdrawArticle } from "./withdraw-article.ts";

const now = () => new Date();

describe("the inbox", () => {
  test("shows each person what waits for them, over all their branches, longest waiting first", async () => {
    const [one, two] = [await staffedBranch(), await staffedBranch()];
    await submittedBy(one.staff.webmaster, { title: "甲支部送审" });
    await submittedBy(two.staff.webmaster, { title: "乙支部送审" });
    const secretary = {
      ...two.staff.secretary,
      actor: { ...two.staff.secretary.actor, userId: one.staff.secretary.actor.userId },
    };
    const { items } = await listInbox(
      actorOf({ branch: one.branch, ctx: one.staff.secretary }, { branch: two.branch, ctx: secretary }),
      now,
    );
    expect(items.map((item) => [item.reason, item.branch.slug, item.title])).toEqual([
      ["review", one.branch.slug, "甲支部送审"],
      ["review", two.branch.slug, "乙支部送审"],
    ]);
  });

  test("tells the webmaster what was handed in, returned and approved, and the contributor what came back", async () => {
    const { branch, staff } = await staffedBranch();
    await handInArticle(staff.contributor, await draftBy(staff.contributor, { title: "待核" }));
    await approvedBy(staff, { title: "待发" });
    await returnArticle(staff.secretary, {
      ...(await submittedBy(staff.webmaster, { title: "退回" })),
      reason: "请核对时间",
    });
    const reasons = async (ctx: BranchContext) =>
      Object.fromEntries(
        (await listInbox(actorOf({ branch, ctx }), now)).items.map((item) => [item.title, item.reason]),
      );
    expect(await reasons(staff.webmaster)).toEqual({ 待核: "check", 待发: "publish", 退回: "returned" });
    expect(await reasons(staff.contributor)).toEqual({});
    expect(await reasons(staff.organiser)).toEqual({});
  });

  test("leaves what was handed in to the webmaster: a secretary who took it over could not approve it", async () => {
    const { branch, staff } = await staffedBranch();
    await handInArticle(staff.contributor, await draftBy(staff.contributor));
    expect((await listInbox(actorOf({ branch, ctx: staff.secretary }), now)).items).toEqual([]);
  });

  test("does not ask a secretary to review what they submitted", async () => {
    const { branch, staff } = await staffedBranch();
    await submittedBy(staff.secretary);
    expect((await listInbox(actorOf({ branch, ctx: staff.secretary }), now)).items).toEqual([]);
  });
});

describe("the dashboard", () => {
  test("counts this month's news against those due and the share within 48 hours", async () => {
    let clock = new Date("2026-10-31T23:30:00+08:00");
    const { staff } = await staffedBranch(() => clock);
    await publishedBy(staff, { eventAt: "2026-10-31T15:00:00+08:00" });
    clock = new Date("2026-11-20T10:00:00+08:00");
    await publishedBy(staff, { eventAt: "2026-11-19T10:00:00+08:00" });
    await publishedBy(staff, { eventAt: "2026-11-10T10:00:00+08:00" });
    await publishedBy(staff, { eventAt: null });
    const dashboard = await getDashboard(staff.webmaster);
    expect(dashboard.thisMonth).toMatchObject({ items: 3, prompt: 1, dated: 2 });
    expect(dashboard.months.map((month) => month.items)).toEqual([0, 0, 0, 0, 1, 3]);
    expect(dashboard.monthlyItemsDue).toBe(3);
  });

  test("names who must act on what waits", async () => {
    const { staff } = await staffedBranch();
    await submittedBy(staff.webmaster);
    const { waiting } = await getDashboard(staff.webmaster);
    expect(waiting).toMatchObject([{ workState: "in_review", waitsFor: [staff.secretary.actor.displayName] }]);
  });
});

describe("the article list", () => {
  test("pages by keyset without losing or repeating, and counts by tab", async () => {
    const { staff } = await staffedBranch();
    for (let index = 0; index < 7; index += 1) await draftBy(staff.webmaster, { title: `稿件${index}` });
    await publishedBy(staff, { title: "已发布的" });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listArticles>> = await listArticles(staff.webmaster, {
        tab: "all",
        limit: 3,
        ...(cursor ? { cursor } : {}),
      });
      seen.push(...page.items.map((item) => item.title));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen.toSorted()).toEqual(
      ["已发布的", ...Array.from({ length: 7 }, (_, index) => `稿件${index}`)].toSorted(),
    );
    expect(await countArticles(staff.webmaster)).toMatchObject({ all: 8, drafts: 7, live: 1, inReview: 0 });
  });

  test("lists in each tab what it counts there, with column and writer", async () => {
    const { staff } = await staffedBranch();
    await draftBy(staff.webmaster);
    await submittedBy(staff.webmaster);
    const withdrawn = await publishedBy(staff);
    await publishedBy(staff);
    await withdrawArticle(staff.webmaster, { ...withdrawn, reason: "内容有误" });
    const counts = await countArticles(staff.webmaster);
    expect(counts).toEqual({
      ...{ all: 4, drafts: 1, inReview: 1, returned: 0, approved: 0, live: 1, withdrawn: 1, archived: 0 },
    });
    for (const tab of articleTabs) {
      const { items } = await listArticles(staff.webmaster, { tab, limit: 20 });
      expect([tab, items.length]).toEqual([tab, counts[tab]]);
      for (const item of items)
        expect([item.columnName === "", item.writer]).toEqual([false, staff.webmaster.actor.displayName]);
    }
  });

  test("finds by words of the title, and treats wildcards as letters", async () => {
    const { staff } = await staffedBranch();
    await draftBy(staff.webmaster, { title: "完成率100%的支部" });
    await draftBy(staff.webmaster, { title: "完成率100分" });
    const titles = async (search: string) =>
      (await listArticles(staff.webmaster, { tab: "all", limit: 20, search })).items.map((item) => item.title);
    expect(await titles("100%")).toEqual(["完成率100%的支部"]);
    expect(await titles("支部")).toEqual(["完成率100%的支部"]);
  });

  test("shows nothing of another branch and refuses a cursor it did not make", async () => {
    const [own, foreign] = [await staffedBranch(), await staffedBranch()];
    await draftBy(foreign.staff.webmaster);
    expect((await listArticles(own.staff.webmaster, { tab: "all", limit: 20 })).items).toEqual([]);
    await expect(
      listArticles(own.staff.webmaster, { tab: "all", limit: 20, cursor: "eyJ4IjoxfQ" }),
    ).rejects.toMatchObject({ code: "INVALID" });
  });
});
