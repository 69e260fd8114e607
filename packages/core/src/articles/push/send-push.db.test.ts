import { beforeAll, describe, expect, test } from "vitest";
import { withOffice, withTenant } from "@zhibu/db/scope";
import { doc, link, p } from "@zhibu/domain/articles/document/build-body";
import type { OfficeContext } from "../../kernel/context.ts";
import { configureSiteOrigins } from "../../kernel/site-origins.ts";
import { findPublicMedia } from "../../media/find-public-media.ts";
import { provideStorage } from "../../media/testing/storage-for-tests.ts";
import { uploadPicture } from "../../media/testing/uploads.ts";
import { columnOf, publishedBy, rowOf, siteVersionOf, staffedBranch, type Staff } from "../../testing/articles.ts";
import { officerOf, trailOf } from "../../testing/office.ts";
import { reasonOf } from "../../testing/reason-of.ts";
import { getArticleForEditing } from "../get-article-for-editing.ts";
import { columnPage } from "../published/column-page.ts";
import { getPublished } from "../published/get-published.ts";
import { portalFeed } from "../published/portal-feed.ts";
import { readerSees } from "../published/reader-sees.ts";
import { withdrawArticle } from "../withdraw-article.ts";
import { deliverCopy } from "./deliver-copy.ts";
import { deliverPush } from "./deliver-push.ts";
import { retryPush } from "./retry-push.ts";
import { sendPush } from "./send-push.ts";
import { provideQueue } from "./testing/push-queue.ts";
import { columnKey, copyIn, originBy, push, type Origin } from "./testing/pushed.ts";
import { unlinkCopy } from "./unlink-copy.ts";

provideQueue();
provideStorage();

let office: OfficeContext;
let origin: Origin;
beforeAll(async () => {
  office = await officerOf();
  origin = await originBy(office, { title: "院党委关于开展学习教育的通知" });
});

const target = async (): Promise<Staff> => (await staffedBranch()).staff;
const inputTo = (targets: readonly Staff[] | "all", change = {}) => ({
  originBranchId: origin.branchId,
  articleId: origin.article.articleId,
  mode: "required" as const,
  columnKey,
  targets: targets === "all" ? targets : targets.map((staff) => staff.webmaster.tenantId as string),
  note: "",
  ...change,
});

async function setColumn(staff: Staff, key: string, hidden: boolean): Promise<void> {
  const { tenantId } = staff.webmaster;
  const id = await columnOf(staff.webmaster, key);
  await withTenant(tenantId, (tx) =>
    tx.siteColumn.update({ where: { tenantId_id: { tenantId, id } }, data: { hidden } }),
  );
}

describe("a required push", () => {
  test("stands at once in the named column of every branch, under an address of its own", async () => {
    const pushed = await originBy(office, { title: "人人要看的通知" });
    const targets = [await target(), await target()];
    const pushId = await push(pushed, targets);
    for (const staff of targets) {
      const { tenantId } = staff.webmaster;
      const copy = await copyIn(staff, pushId);
      expect(copy).toMatchObject({
        state: "shown",
        article: { visibility: "live", linkedRequired: true, workState: null },
      });
      const no = copy.article?.no ?? 0;
      const answer = await getPublished(tenantId, no);
      expect(answer).toMatchObject({ kind: "article", article: { title: "人人要看的通知", source: "测试支部" } });
      const list = await columnPage(tenantId, "activities", 1);
      expect(list?.items.map((item) => item.title)).toContain("人人要看的通知");
      expect(await readerSees(tenantId, no)).toEqual({ atAddress: true, inColumn: true });
    }
  });

  test("shows the origin's files without copying them", async () => {
    const staffOfOrigin = (await staffedBranch()).staff;
    const picture = await uploadPicture(staffOfOrigin.webmaster);
    const article = await publishedBy(staffOfOrigin, { coverId: picture.id });
    const pictured: Origin = { staff: staffOfOrigin, branchId: staffOfOrigin.webmaster.tenantId, office, article };
    const staff = await target();
    await push(pictured, [staff]);
    const served = await findPublicMedia(staff.webmaster.tenantId, picture.id, "w480.webp");
    expect(served?.key).toMatch(new RegExp(`^${pictured.branchId}/`, "u"));
  });

  test("is on record in the college's trail and in each branch's, and raises the site's version once", async () => {
    const staff = await target();
    const before = await siteVersionOf(staff.webmaster);
    const pushId = await push(origin, [staff]);
    expect((await siteVersionOf(staff.webmaster)).version).toBe(before.version + 1n);
    const { articleId } = await copyIn(staff, pushId);
    const branchTrail = await trailOf(staff.webmaster.tenantId, articleId ?? "");
    expect(branchTrail).toMatchObject([{ action: "push.show", actorName: office.actor.displayName }]);
    const college = await withOffice((tx) => tx.college.findFirstOrThrow());
    expect(await trailOf(college.id, pushId)).toMatchObject([{ action: "push.send", changes: { targets: 1 } }]);
    const told = await withOffice((tx) =>
      tx.notification.findMany({ where: { branchId: staff.webmaster.tenantId, kind: "push.shown" } }),
    );
    expect(told.map((line) => line.userId).toSorted()).toEqual(
      [staff.webmaster.actor.userId, staff.secretary.actor.userId].toSorted(),
    );
  });

  test("is not counted again by the portal: the origin stands there once", async () => {
    const pushed = await originBy(office, { title: `门户只出现一次${Date.now()}` });
    await push(pushed, [await target(), await target(), await target()]);
    const feed = await portalFeed();
    const { title } = await rowOf(pushed.staff.webmaster, pushed.article.articleId);
    expect(feed?.items.filter((item) => item.title === title)).toHaveLength(1);
  });
});

describe("delivery", () => {
  test("run twice, and twice at once, leaves one article", async () => {
    const targets = [await target(), await target(), await target()];
    const pushId = await push(origin, targets, { deliver: false });
    await Promise.all([deliverPush(pushId, office.now), deliverPush(pushId, office.now)]);
    await deliverPush(pushId, office.now);
    for (const staff of targets) {
      const linked = await withTenant(staff.webmaster.tenantId, (tx) =>
        tx.article.count({ where: { linkedPushId: pushId } }),
      );
      expect(linked).toBe(1);
    }
  });

  test("cut short, goes on where it stopped", async () => {
    const [first, second] = [await target(), await target()];
    const pushId = await push(origin, [first, second], { deliver: false });
    expect(await deliverCopy(pushId, first.webmaster.tenantId, office.now)).toBe("shown");
    expect((await copyIn(second, pushId)).state).toBe("waiting");
    expect(await deliverPush(pushId, office.now)).toBe(1);
    expect((await copyIn(second, pushId)).state).toBe("shown");
  });

  test("fails where readers could not see it, says why, and is tried again on demand", async () => {
    const [hiding, closed, fine] = [await target(), await target(), await target()];
    await setColumn(hiding, "news", true);
    const pushId = await push(origin, [hiding, closed, fine], { deliver: false });
    const closedId = closed.webmaster.tenantId;
    await withOffice((tx) => tx.branch.update({ where: { id: closedId }, data: { state: "suspended" } }));
    await deliverPush(pushId, office.now);
    expect(await copyIn(hiding, pushId)).toMatchObject({
      state: "failed",
      reason: "push.columnHidden",
      articleId: null,
    });
    expect(await copyIn(closed, pushId)).toMatchObject({ state: "failed", reason: "push.branchClosed" });
    expect((await copyIn(fine, pushId)).state).toBe("shown");

    await setColumn(hiding, "news", false);
    expect(await retryPush(office, { pushId, branchId: hiding.webmaster.tenantId })).toEqual({ again: 1 });
    await deliverPush(pushId, office.now);
    expect((await copyIn(hiding, pushId)).state).toBe("shown");
    expect((await copyIn(closed, pushId)).state).toBe("failed");
    expect(await retryPush(office, { pushId })).toEqual({ again: 1 });
    await withOffice((tx) => tx.branch.update({ where: { id: closedId }, data: { state: "open" } }));
    await deliverPush(pushId, office.now);
    expect(await reasonOf(retryPush(office, { pushId }))).toBe("push.nothingFailed");
  });

  test("of an origin that was taken down in between shows nothing", async () => {
    const gone = await originBy(office);
    const staff = await target();
    const pushId = await push(gone, [staff], { deliver: false });
    const { version } = await rowOf(gone.staff.webmaster, gone.article.articleId);
    await withdrawArticle(gone.staff.webmaster, { articleId: gone.article.articleId, version, reason: "信息有误" });
    await deliverPush(pushId, office.now);
    expect(await copyIn(staff, pushId)).toMatchObject({ state: "failed", reason: "push.originGone" });
  });
});

describe("a draft push", () => {
  test("is an ordinary draft of the branch's own, and nothing readers see", async () => {
    const staff = await target();
    const before = await siteVersionOf(staff.webmaster);
    const pushId = await push(origin, [staff], { mode: "draft" });
    const { state, article } = await copyIn(staff, pushId);
    expect(state).toBe("drafted");
    expect(article).toMatchObject({ visibility: "unpublished", workState: "draft", linkedPushId: null });
    expect(article?.title).toBe("院党委关于开展学习教育的通知");
    expect(await siteVersionOf(staff.webmaster)).toEqual(before);
  });
});

describe("links to pages of the origin's own site", () => {
  test("lead there from a draft, and from an article that follows no more", async () => {
    configureSiteOrigins(({ slug }) => `https://${slug}.example.cn`);
    const linking = await originBy(office, { body: doc(p(["见", link("/a/7", "上一号文件")])) });
    const [drafted, shown] = [await target(), await target()];
    const draftId = await push(linking, [drafted], { mode: "draft" });
    const pushId = await push(linking, [shown]);
    const articleId = (await copyIn(shown, pushId)).articleId ?? "";
    const { version } = await rowOf(shown.webmaster, articleId);
    await unlinkCopy(shown.webmaster, { articleId, version, reason: "自行维护" });
    for (const [staff, id] of [
      [drafted, (await copyIn(drafted, draftId)).articleId ?? ""],
      [shown, articleId],
    ] as const) {
      const { revision } = await getArticleForEditing(staff.webmaster, { articleId: id });
      expect(JSON.stringify(revision.body)).toMatch(/"https:\/\/t\w+\.example\.cn\/a\/7"/u);
    }
  });
});

describe("sending is refused", () => {
  test("to who may not send for the college", async () => {
    const staff = await target();
    for (const role of ["inspector", "auditor"] as const)
      expect(await reasonOf(sendPush(await officerOf([role]), inputTo([staff])))).toBe("forbidden");
  });

  test("for what is not live, not the site's own, or not there", async () => {
    const staff = await target();
    const pushId = await push(origin, [staff]);
    const { articleId } = await copyIn(staff, pushId);
    const copied = { originBranchId: staff.webmaster.tenantId, articleId: articleId ?? "" };
    expect(await reasonOf(sendPush(office, inputTo([await target()], copied)))).toBe("push.isCopy");
    const foreign = { articleId: (await originBy(office)).article.articleId };
    expect(await reasonOf(sendPush(office, inputTo([await target()], foreign)))).toBe("article.notFound");
    const taken = await originBy(office);
    const { version } = await rowOf(taken.staff.webmaster, taken.article.articleId);
    await withdrawArticle(taken.staff.webmaster, { articleId: taken.article.articleId, version, reason: "下线" });
    const withdrawn = { originBranchId: taken.branchId, articleId: taken.article.articleId };
    expect(await reasonOf(sendPush(office, inputTo([await target()], withdrawn)))).toBe("push.notLive");
  });

  test("to a branch that has it already, is closed, or is the origin's own", async () => {
    const staff = await target();
    await push(origin, [staff]);
    expect(await reasonOf(sendPush(office, inputTo([staff])))).toBe("push.hasItAlready");
    expect(await reasonOf(sendPush(office, inputTo([origin.staff])))).toBe("push.targetGone");
    const closed = await target();
    await withOffice((tx) =>
      tx.branch.update({ where: { id: closed.webmaster.tenantId }, data: { state: "archived" } }),
    );
    expect(await reasonOf(sendPush(office, inputTo([closed])))).toBe("push.targetGone");
  });
});
