import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withOffice, withTenant } from "@zhibu/db/scope";
import { doc, p } from "@zhibu/domain/articles/document/build-body";
import type { OfficeContext } from "../../kernel/context.ts";
import {
  contentIn,
  passedSelfCheck,
  rowOf,
  siteVersionOf,
  staffedBranch,
  type InHand,
  type Staff,
} from "../../testing/articles.ts";
import { memberOf, newBranch } from "../../testing/contexts.ts";
import { officerOf } from "../../testing/office.ts";
import { reasonOf } from "../../testing/reason-of.ts";
import { approveArticle } from "../approve-article.ts";
import { getArticleForEditing } from "../get-article-for-editing.ts";
import { getPublished } from "../published/get-published.ts";
import { saveArticle } from "../save-article.ts";
import { submitArticle } from "../submit-article.ts";
import { withdrawArticle } from "../withdraw-article.ts";
import { followCopy } from "./follow-copy.ts";
import { followOrigin } from "./follow-origin.ts";
import { sweepPushes } from "./push-jobs.ts";
import { saveIntroduction } from "./save-introduction.ts";
import { provideQueue } from "./testing/push-queue.ts";
import { copyIn, correct, originBy, push, throughReview, type Origin } from "./testing/pushed.ts";
import { unlinkCopy } from "./unlink-copy.ts";

provideQueue();

let office: OfficeContext;
let origin: Origin;
let staff: Staff;
let other: Staff;
let pushId: string;

beforeAll(async () => {
  office = await officerOf();
});
beforeEach(async () => {
  origin = await originBy(office, { title: "原标题", body: doc(p("原来的正文。")) });
  [staff, other] = [(await staffedBranch()).staff, (await staffedBranch()).staff];
  pushId = await push(origin, [staff, other]);
});

const follow = () => followOrigin(origin.branchId, origin.article.articleId, office.now);

async function inHand(of: Staff): Promise<InHand> {
  const { articleId } = await copyIn(of, pushId);
  const { version } = await rowOf(of.webmaster, articleId ?? "");
  return { articleId: articleId ?? "", version };
}

async function introduce(of: Staff, introduction: string): Promise<InHand> {
  return saveIntroduction(of.webmaster, { ...(await inHand(of)), introduction });
}

async function readBy(of: Staff) {
  const { article } = await copyIn(of, pushId);
  const answer = await getPublished(of.webmaster.tenantId, article?.no ?? 0);
  return answer?.kind === "article" ? answer.article : null;
}

describe("copies", () => {
  test("take over the origin's new text, as one revision more, under the same address", async () => {
    const before = await siteVersionOf(staff.webmaster);
    await correct(origin, { title: "更正后的标题", body: doc(p("更正后的正文。")) });
    expect(await follow()).toBe(2);
    for (const each of [staff, other]) {
      const read = await readBy(each);
      expect(read).toMatchObject({ title: "更正后的标题" });
      expect(JSON.stringify(read?.body)).toContain("更正后的正文");
    }
    const after = await siteVersionOf(staff.webmaster);
    expect(after.version).toBe(before.version + 1n);
    // The replaced words may have been wrong: no stale page may show them.
    expect(after.removalVersion).toBe(after.version);
    const { articleId } = await inHand(staff);
    const numbers = await withTenant(staff.webmaster.tenantId, (tx) =>
      tx.revision.findMany({ where: { articleId }, orderBy: { number: "asc" }, select: { number: true } }),
    );
    expect(numbers.map(({ number }) => number)).toEqual([1, 2]);
  });

  test("follow once however often and wherever the job runs", async () => {
    await correct(origin, { title: "第二版" });
    const { tenantId } = staff.webmaster;
    const runs = await Promise.all([1, 2, 3].map(() => followCopy(pushId, tenantId, office.now)));
    expect(runs.filter(Boolean)).toHaveLength(1);
    expect(await follow()).toBe(1);
    expect(await follow()).toBe(0);
  });

  test("are found by the sweep when the job got lost", async () => {
    await correct(origin, { title: "没人送来的第二版" });
    await sweepPushes(() => new Date(Date.now() + 120_000));
    expect(await readBy(staff)).toMatchObject({ title: "没人送来的第二版" });
  });

  test("the publication itself puts the job in, with it or not at all", async () => {
    await correct(origin, { title: "第二版" });
    const [job] = await withOffice(
      (tx) => tx.$queryRaw<{ data: unknown }[]>`
        SELECT data FROM pgboss.job WHERE name = 'push.follow' AND data->>'originArticleId' = ${origin.article.articleId}`,
    );
    expect(job?.data).toEqual({ originTenantId: origin.branchId, originArticleId: origin.article.articleId });
  });

  test("can't be written by the branch, by hand or by restoring", async () => {
    const hand = await inHand(staff);
    const content = await contentIn(staff.webmaster, { title: "我改的标题" });
    expect(await reasonOf(saveArticle(staff.webmaster, { ...hand, content }))).toBe("push.linkedText");
    const { can } = await getArticleForEditing(staff.webmaster, { articleId: hand.articleId });
    expect(can).toMatchObject({ edit: false, introduce: true, unlink: true, withdraw: false });
  });

  test("that must be shown are not the branch's to take down", async () => {
    const hand = await inHand(staff);
    expect(await reasonOf(withdrawArticle(staff.secretary, { ...hand, reason: "不想展示" }))).toBe("push.required");
    expect(await readBy(staff)).not.toBeNull();
  });

  test("taken down by the office in one branch stay down through the next update", async () => {
    const hand = await inHand(staff);
    const { actor } = staff.webmaster;
    const acting = { ...staff.webmaster, actor: { ...actor, roles: { branch: [], college: ["office" as const] } } };
    await withdrawArticle(acting, { ...hand, reason: "该支部暂不展示" });
    await correct(origin, { title: "第二版" });
    expect(await follow()).toBe(1);
    expect(await readBy(staff)).toBeNull();
    expect(await copyIn(staff, pushId)).toMatchObject({ state: "declined", reason: "该支部暂不展示" });
  });
});

describe("an introduction", () => {
  test("goes through review and stands above the text, also above the next one", async () => {
    const saved = await introduce(staff, "本支部将于周五组织学习。\n请全体党员参加。");
    expect(await readBy(staff)).toMatchObject({ introduction: "" });
    await throughReview(staff, saved);
    expect(await readBy(staff)).toMatchObject({
      introduction: "本支部将于周五组织学习。\n请全体党员参加。",
      title: "原标题",
    });
    await correct(origin, { title: "第二版" });
    await follow();
    expect(await readBy(staff)).toMatchObject({
      introduction: "本支部将于周五组织学习。\n请全体党员参加。",
      title: "第二版",
    });
    expect(await readBy(other)).toMatchObject({ introduction: "", title: "第二版" });
  });

  test("in work is carried over to the new text", async () => {
    await introduce(staff, "还没写完");
    await correct(origin, { title: "第二版" });
    await follow();
    const { article, revision } = await getArticleForEditing(staff.webmaster, {
      articleId: (await inHand(staff)).articleId,
    });
    expect(article.workState).toBe("draft");
    expect(revision).toMatchObject({ introduction: "还没写完", title: "第二版", sealedAt: null });
  });

  test.each(["submitted", "approved"] as const)(
    "that was %s goes back to draft when the text below it changes, and says why",
    async (how) => {
      const saved = await introduce(staff, "学习要求");
      const { webmaster, secretary } = staff;
      const submitted = await submitArticle(webmaster, {
        ...saved,
        selfCheck: passedSelfCheck,
        note: "",
        waiversAsked: [],
      });
      if (how === "approved")
        await approveArticle(secretary, { ...submitted, opinion: "", waivers: [], publish: false });
      await correct(origin, { title: "第二版" });
      await follow();
      const { article, revision, timeline } = await getArticleForEditing(webmaster, { articleId: saved.articleId });
      expect(article).toMatchObject({ workState: "draft", submittedById: null });
      expect(revision).toMatchObject({ introduction: "学习要求", title: "第二版" });
      expect(timeline.map((event) => event.action)).toContain("pushRebase");
      expect(await reasonOf(approveArticle(secretary, { ...submitted, opinion: "", waivers: [], publish: true }))).toBe(
        "article.changedMeanwhile",
      );
    },
  );

  test("is checked, the text below it is not: that was approved where it was written", async () => {
    const { id } = await withOffice((tx) =>
      tx.revision.findFirstOrThrow({ where: { tenantId: staff.webmaster.tenantId, liveOf: { linkedPushId: pushId } } }),
    );
    await withOffice((tx) =>
      tx.revision.update({
        where: { tenantId_id: { tenantId: staff.webmaster.tenantId, id } },
        data: { summary: "联系人手机13812345678" },
      }),
    );
    const clean = await introduce(staff, "请全体党员参加。");
    expect((await getArticleForEditing(staff.webmaster, clean)).findings).toEqual([]);
    const saved = await introduce(staff, "联系人手机13912345678");
    const { findings } = await getArticleForEditing(staff.webmaster, saved);
    expect(findings).toMatchObject([{ severity: "block", where: { field: "introduction" } }]);
    expect(
      await reasonOf(
        submitArticle(staff.webmaster, { ...saved, selfCheck: passedSelfCheck, note: "", waiversAsked: [] }),
      ),
    ).toBe("article.blocked");
  });

  test("refuses without permission, a foreign article, a stale version, and what follows nothing", async () => {
    const hand = await inHand(staff);
    const input = { ...hand, introduction: "引言" };
    expect(await reasonOf(saveIntroduction(staff.organiser, input))).toBe("forbidden");
    expect(await reasonOf(saveIntroduction(staff.contributor, input))).toBe("article.notYours");
    expect(await reasonOf(saveIntroduction(other.webmaster, input))).toBe("article.notFound");
    expect(await reasonOf(saveIntroduction(staff.webmaster, { ...input, version: 77 }))).toBe(
      "article.changedMeanwhile",
    );
    const own = await originBy(office);
    const ownHand = { articleId: own.article.articleId, version: own.article.version };
    expect(await reasonOf(saveIntroduction(own.staff.webmaster, { ...ownHand, introduction: "引言" }))).toBe(
      "push.notLinked",
    );
  });
});

describe("unlinking", () => {
  test("leaves an ordinary article with the introduction in its text, which no update reaches", async () => {
    await throughReview(staff, await introduce(staff, "本支部引言。"));
    await unlinkCopy(staff.webmaster, { ...(await inHand(staff)), reason: "需要补充本支部情况" });
    expect(await copyIn(staff, pushId)).toMatchObject({ state: "unlinked", reason: "需要补充本支部情况" });
    const read = await readBy(staff);
    expect(read).toMatchObject({ introduction: "", title: "原标题", follows: null });
    expect(JSON.stringify(read?.body)).toMatch(/本支部引言.*原来的正文/u);

    await correct(origin, { title: "第二版" });
    expect(await follow()).toBe(1);
    expect(await readBy(staff)).toMatchObject({ title: "原标题" });
    const content = await contentIn(staff.webmaster, { title: "支部自己的标题" });
    expect(await reasonOf(saveArticle(staff.webmaster, { ...(await inHand(staff)), content }))).toBe("accepted");
  });

  test("waits for an introduction in work, and refuses without permission, foreign, stale and twice", async () => {
    const input = { ...(await inHand(staff)), reason: "自行维护" };
    expect(await reasonOf(unlinkCopy(staff.contributor, input))).toBe("forbidden");
    expect(await reasonOf(unlinkCopy(other.webmaster, input))).toBe("article.notFound");
    expect(await reasonOf(unlinkCopy(await memberOf(await newBranch(), ["secretary"]), input))).toBe(
      "article.notFound",
    );
    expect(await reasonOf(unlinkCopy(staff.webmaster, { ...input, version: 50 }))).toBe("article.changedMeanwhile");
    const saved = await introduce(staff, "在写");
    expect(await reasonOf(unlinkCopy(staff.webmaster, { ...input, version: saved.version }))).toBe(
      "push.introductionInWork",
    );
    const fresh = { ...(await inHand(other)), reason: "自行维护" };
    const unlinked = await unlinkCopy(other.webmaster, fresh);
    expect(await reasonOf(unlinkCopy(other.webmaster, { ...fresh, version: unlinked.version }))).toBe("push.notLinked");
  });

  test("and an update at the same moment leave either both or one of them whole", async () => {
    await correct(origin, { title: "第二版" });
    const [followed, unlinked] = await Promise.all([
      followCopy(pushId, staff.webmaster.tenantId, office.now),
      reasonOf(unlinkCopy(staff.webmaster, { ...(await inHand(staff)), reason: "自行维护" })),
    ]);
    const copy = await copyIn(staff, pushId);
    expect([followed, unlinked, copy.state]).toSatisfy(
      ([a, b, c]: unknown[]) =>
        (a === true && b === "article.changedMeanwhile" && c === "shown") ||
        (a === false && b === "accepted" && c === "unlinked"),
    );
  });
});
