import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withOffice, withTenant } from "@zhibu/db/scope";
import { doc, p } from "@zhibu/domain/articles/document/build-body";
import type { OfficeContext } from "../../kernel/context.ts";
import { rowOf, siteVersionOf, staffedBranch, type Staff } from "../../testing/articles.ts";
import { officerOf, trailOf } from "../../testing/office.ts";
import { reasonOf } from "../../testing/reason-of.ts";
import { columnPage } from "../published/column-page.ts";
import { getPublished } from "../published/get-published.ts";
import { siteFeed } from "../published/site-feed.ts";
import { siteMap } from "../published/site-map.ts";
import { withdrawArticle } from "../withdraw-article.ts";
import { acceptOffer, declineOffer } from "./answer-offer.ts";
import { checkCopies } from "./check-copies.ts";
import { deliverPush } from "./deliver-push.ts";
import { listCopies } from "./list-copies.ts";
import { listOffers } from "./list-offers.ts";
import { getPush, listPushes } from "./list-pushes.ts";
import { previewOffer } from "./preview-offer.ts";
import { recallWithOrigin } from "./push-jobs.ts";
import { recallPush } from "./recall-push.ts";
import { retryPush } from "./retry-push.ts";
import { saveIntroduction } from "./save-introduction.ts";
import { provideQueue } from "./testing/push-queue.ts";
import { copyIn, originBy, push, type Origin } from "./testing/pushed.ts";
import { unlinkCopy } from "./unlink-copy.ts";

provideQueue();

let office: OfficeContext;
let origin: Origin;
let staff: Staff;
let other: Staff;

beforeAll(async () => {
  office = await officerOf();
});
beforeEach(async () => {
  origin = await originBy(office, { title: "撤回测试通知", body: doc(p("绝无仅有的一句话。")) });
  [staff, other] = [(await staffedBranch()).staff, (await staffedBranch()).staff];
});

const versionOf = async (pushId: string) => (await getPush(office, { pushId })).version;
const recallNow = async (pushId: string) =>
  recallPush(office, { pushId, version: await versionOf(pushId), reason: "内容有误" });

async function seenIn(of: Staff): Promise<string> {
  const { tenantId } = of.webmaster;
  const pages = [await columnPage(tenantId, "activities", 1), await siteFeed(tenantId), await siteMap(tenantId)];
  return JSON.stringify(pages);
}

describe("a recall", () => {
  test("takes everything that is shown from pages, lists, feeds and maps, and leaves a stub that says so", async () => {
    const pushId = await push(origin, [staff, other]);
    expect(await seenIn(staff)).toContain("撤回测试通知");
    const before = await siteVersionOf(staff.webmaster);
    expect(await recallNow(pushId)).toEqual({ recalled: 2 });
    for (const each of [staff, other]) {
      const { state, article } = await copyIn(each, pushId);
      expect(state).toBe("recalled");
      expect(await getPublished(each.webmaster.tenantId, article?.no ?? 0)).toMatchObject({
        kind: "withdrawn",
        recalled: true,
      });
      expect(await seenIn(each)).not.toMatch(/撤回测试通知|绝无仅有/u);
    }
    const after = await siteVersionOf(staff.webmaster);
    expect(after.removalVersion).toBe(before.version + 1n);
    // The origin is the office's own article, and stays.
    const no = (await rowOf(origin.staff.webmaster, origin.article.articleId)).no;
    expect(await getPublished(origin.staff.webmaster.tenantId, no)).toMatchObject({ kind: "article" });
  });

  test("ends introductions in work, offers and failures; drafts and unlinked articles stay and are told", async () => {
    const third = (await staffedBranch()).staff;
    const pushId = await push(origin, [staff, other, third], { deliver: false });
    await withOffice((tx) =>
      tx.branch.update({ where: { id: third.webmaster.tenantId }, data: { state: "suspended" } }),
    );
    await deliverPush(pushId, office.now);
    const hand = async (of: Staff) => {
      const { article } = await copyIn(of, pushId);
      return { articleId: article?.id ?? "", version: article?.version ?? 0 };
    };
    await saveIntroduction(staff.webmaster, { ...(await hand(staff)), introduction: "引言" });
    await unlinkCopy(other.webmaster, { ...(await hand(other)), reason: "自行维护" });
    await recallNow(pushId);
    expect((await copyIn(staff, pushId)).article).toMatchObject({
      visibility: "withdrawn",
      workState: null,
      workingRevisionId: null,
    });
    expect(await copyIn(other, pushId)).toMatchObject({ state: "unlinked", article: { visibility: "live" } });
    expect((await copyIn(third, pushId)).state).toBe("recalled");
    const told = await withTenant(other.webmaster.tenantId, (tx) =>
      tx.workflowEvent.findFirst({ where: { action: "pushRecallTold" } }),
    );
    expect(told).toMatchObject({ opinion: "内容有误" });
    expect(await deliverPush(pushId, office.now)).toBe(0);
    expect(await reasonOf(retryPush(office, { pushId }))).toBe("push.recalledMeanwhile");
  });

  test("is on record in every branch and in the college's trail", async () => {
    const pushId = await push(origin, [staff]);
    await recallNow(pushId);
    const { articleId } = await copyIn(staff, pushId);
    const trail = await trailOf(staff.webmaster.tenantId, articleId ?? "");
    expect(trail.map(({ action }) => action)).toEqual(["push.show", "push.recall"]);
    const college = await withOffice((tx) => tx.college.findFirstOrThrow());
    expect((await trailOf(college.id, pushId)).at(-1)).toMatchObject({
      action: "push.recall",
      changes: { reason: "内容有误" },
    });
  });

  test("and a delivery at the same moment leave nothing shown", async () => {
    const targets = [staff, other, (await staffedBranch()).staff, (await staffedBranch()).staff];
    const pushId = await push(origin, targets, { deliver: false });
    await Promise.all([deliverPush(pushId, office.now), recallNow(pushId)]);
    for (const each of targets) {
      expect((await copyIn(each, pushId)).state).toBe("recalled");
      expect(await seenIn(each)).not.toContain("撤回测试通知");
    }
  });

  test("happens once, needs the permission, the version and a push", async () => {
    const pushId = await push(origin, [staff]);
    const input = { pushId, version: await versionOf(pushId), reason: "内容有误" };
    expect(await reasonOf(recallPush(await officerOf(["inspector"]), input))).toBe("forbidden");
    expect(await reasonOf(recallPush(office, { ...input, version: 9 }))).toBe("changedMeanwhile");
    expect(await reasonOf(recallPush(office, { ...input, pushId: origin.article.articleId }))).toBe("notFound");
    const both = await Promise.all([reasonOf(recallPush(office, input)), reasonOf(recallPush(office, input))]);
    expect(both.toSorted()).toEqual(["accepted", "push.recalledMeanwhile"]);
  });

  test("comes with the origin's own withdrawal", async () => {
    const pushId = await push(origin, [staff]);
    const { articleId } = origin.article;
    const { version } = await rowOf(origin.staff.webmaster, articleId);
    await withdrawArticle(origin.staff.webmaster, { articleId, version, reason: "原文有误" });
    const [job] = await withOffice(
      (tx) => tx.$queryRaw<{ data: { reason: string } }[]>`
        SELECT data FROM pgboss.job WHERE name = 'push.recallWithOrigin' AND data->>'originArticleId' = ${articleId}`,
    );
    expect(job?.data.reason).toBe("原文有误");
    const by = { userId: office.actor.userId, displayName: "党办" };
    const from = { originTenantId: origin.branchId, originArticleId: articleId };
    expect(await recallWithOrigin(from, { reason: "原文有误", by, now: office.now })).toBe(1);
    expect(await recallWithOrigin(from, { reason: "原文有误", by, now: office.now })).toBe(0);
    expect((await copyIn(staff, pushId)).state).toBe("recalled");
  });
});

describe("an offer", () => {
  const offered = async () => {
    const pushId = await push(origin, [staff, other], { mode: "optional" });
    return { pushId, version: (await copyIn(staff, pushId)).version };
  };

  test("waits in the branch, can be read, and is shown once accepted", async () => {
    const offer = await offered();
    expect(await seenIn(staff)).not.toContain("撤回测试通知");
    const { items, openCount } = await listOffers(staff.webmaster, { tab: "open", limit: 10 });
    expect(openCount).toBe(1);
    expect(items).toMatchObject([{ push: { title: "撤回测试通知" }, can: { accept: true, decline: true } }]);
    expect(await previewOffer(staff.webmaster, offer)).toMatchObject({ title: "撤回测试通知" });
    const { articleId } = await acceptOffer(staff.webmaster, offer);
    expect(await rowOf(staff.webmaster, articleId)).toMatchObject({ visibility: "live", linkedRequired: false });
    expect(await seenIn(staff)).toContain("撤回测试通知");
    expect((await listOffers(staff.webmaster, { tab: "open", limit: 10 })).openCount).toBe(0);
    expect((await listOffers(other.webmaster, { tab: "open", limit: 10 })).openCount).toBe(1);
  });

  test("accepted and taken down again counts as declined, and can be taken up again under its old address", async () => {
    const offer = await offered();
    const { articleId } = await acceptOffer(staff.webmaster, offer);
    const { version, no } = await rowOf(staff.webmaster, articleId);
    await withdrawArticle(staff.secretary, { articleId, version, reason: "专题结束" });
    const copy = await copyIn(staff, offer.pushId);
    expect(copy).toMatchObject({ state: "declined", reason: "专题结束" });
    const again = await acceptOffer(staff.webmaster, { pushId: offer.pushId, version: copy.version });
    expect(again.articleId).toBe(articleId);
    expect(await getPublished(staff.webmaster.tenantId, no)).toMatchObject({ kind: "article" });
  });

  test("declined with a reason, the office reads it", async () => {
    const offer = await offered();
    await declineOffer(staff.secretary, { ...offer, reason: "与本支部无关" });
    const { items } = await listCopies(office, { pushId: offer.pushId, limit: 50 });
    expect(items.find((item) => item.branchId === staff.webmaster.tenantId)).toMatchObject({
      state: "declined",
      reason: "与本支部无关",
      decidedByName: staff.secretary.actor.displayName,
    });
    expect(await reasonOf(declineOffer(staff.secretary, { ...offer, version: 1, reason: "再说一次" }))).toBe(
      "push.wrongState",
    );
  });

  test("is answered by the branch it was made to, by who may, at the version seen, once", async () => {
    const offer = await offered();
    const stranger = (await staffedBranch()).staff;
    for (const answer of [
      acceptOffer,
      (ctx: typeof staff.webmaster, input: typeof offer) => declineOffer(ctx, { ...input, reason: "不用" }),
    ]) {
      expect(await reasonOf(answer(stranger.webmaster, offer))).toBe("notFound");
      expect(await reasonOf(answer(staff.contributor, offer))).toBe("forbidden");
      expect(await reasonOf(answer(staff.webmaster, { ...offer, version: 8 }))).toBe("changedMeanwhile");
    }
    expect(await reasonOf(previewOffer(stranger.webmaster, offer))).toBe("notFound");
    expect((await listOffers(stranger.webmaster, { tab: "open", limit: 10 })).items).toEqual([]);
    const both = await Promise.all([
      reasonOf(acceptOffer(staff.webmaster, offer)),
      reasonOf(acceptOffer(staff.secretary, offer)),
    ]);
    expect(both.toSorted()).toEqual(["accepted", "changedMeanwhile"]);
    expect((await copyIn(other, offer.pushId)).state).toBe("waiting");
  });

  test("that was recalled can't be accepted any more", async () => {
    const offer = await offered();
    await recallNow(offer.pushId);
    expect(await reasonOf(acceptOffer(staff.webmaster, offer))).toBe("push.recalledMeanwhile");
    expect((await listOffers(staff.webmaster, { tab: "open", limit: 10 })).openCount).toBe(0);
  });
});

describe("the office sees", () => {
  test("how a push stands, from the rows and from what readers get", async () => {
    const pushId = await push(origin, [staff, other]);
    const { items } = await listPushes(office, { limit: 5 });
    expect(items.find((item) => item.id === pushId)?.counts).toEqual({ shown: 2 });
    const first = await listCopies(office, { pushId, limit: 1 });
    const second = await listCopies(office, { pushId, limit: 1, cursor: first.nextCursor ?? "" });
    expect([...first.items, ...second.items].map((item) => item.branchId).toSorted()).toEqual(
      [staff.webmaster.tenantId, other.webmaster.tenantId].toSorted(),
    );
    expect(second.nextCursor).toBeNull();

    const branchIds = [staff.webmaster.tenantId, other.webmaster.tenantId];
    await withOffice((tx) =>
      tx.branch.update({ where: { id: other.webmaster.tenantId }, data: { state: "suspended" } }),
    );
    const { copies } = await checkCopies(office, { pushId, branchIds });
    expect(copies.find((copy) => copy.branchId === staff.webmaster.tenantId)).toMatchObject({
      atAddress: true,
      inColumn: true,
    });
    expect(copies.find((copy) => copy.branchId === other.webmaster.tenantId)).toMatchObject({
      atAddress: false,
      inColumn: false,
    });
  });

  test("nothing without the permission", async () => {
    const inspector = await officerOf(["inspector"]);
    const pushId = await push(origin, [staff]);
    expect(await reasonOf(listPushes(inspector, { limit: 5 }))).toBe("forbidden");
    expect(await reasonOf(getPush(inspector, { pushId }))).toBe("forbidden");
    expect(await reasonOf(listCopies(inspector, { pushId, limit: 5 }))).toBe("forbidden");
    expect(await reasonOf(checkCopies(inspector, { pushId, branchIds: [origin.branchId] }))).toBe("forbidden");
  });
});
