import { describe, expect, test } from "vitest";
import { newId } from "@zhibu/db/new-id";
import { withOffice, withReader } from "@zhibu/db/scope";
import { newBareBranch } from "@zhibu/db/testing/factories";
import { doc, p, picture } from "@zhibu/domain/articles/document/build-body";
import { getPublished } from "../../articles/published/get-published.ts";
import { withdrawArticle } from "../../articles/withdraw-article.ts";
import { addColumn } from "../../columns/add-column.ts";
import { findPublicMedia } from "../../media/find-public-media.ts";
import { provideStorage } from "../../media/testing/storage-for-tests.ts";
import { uploadPicture } from "../../media/testing/uploads.ts";
import {
  columnOf,
  draftBy,
  publishedBy,
  rowOf,
  siteVersionOf,
  staffedBranch,
  submittedBy,
} from "../../testing/articles.ts";
import { officerOf, trailOf } from "../../testing/office.ts";
import { reasonOf } from "../../testing/reason-of.ts";
import { completeMerges } from "./branch-jobs.ts";
import { findNewAddress } from "./find-new-address.ts";
import { mergeBranch } from "./merge-branch.ts";
import { moveArticles } from "./move-articles.ts";
import { reopenBranch } from "./reopen-branch.ts";

provideStorage();

const now = () => new Date();
const reason = "学院机构调整，两个支部合并。";

async function branchRow(id: string) {
  return withOffice((tx) => tx.branch.findUniqueOrThrow({ where: { id } }));
}

async function twoBranches() {
  return { source: await staffedBranch(), target: await staffedBranch(), office: await officerOf() };
}

type Pair = Awaited<ReturnType<typeof twoBranches>>;

function order({ source, target }: Pair) {
  return { branchId: source.branch.tenantId, version: 0, intoId: target.branch.tenantId, reason };
}

async function merged(pair: Pair) {
  await mergeBranch(pair.office, order(pair));
  await completeMerges(now);
}

async function articlesOf(tenantId: string) {
  return withOffice((tx) =>
    tx.article.findMany({
      where: { tenantId },
      orderBy: { no: "asc" },
      include: { column: true, liveRevision: true, workingRevision: true },
    }),
  );
}

test("articles arrive with their words, dates, history, views and pictures, and the old ones are no longer live", async () => {
  const pair = await twoBranches();
  const { source, target } = pair;
  const { webmaster } = source.staff;
  await publishedBy(target.staff, { title: "对方原有的文章" });
  const shown = await uploadPicture(webmaster);
  const unused = await uploadPicture(webmaster);
  const live = await publishedBy(source.staff, {
    title: "并入前发布的文章",
    coverId: shown.id,
    body: doc(p("正文不变。"), picture(shown.id, { alt: "合影", caption: "" })),
  });
  const gone = await publishedBy(source.staff, { title: "已下线的文章" });
  await withdrawArticle(webmaster, { ...gone, reason: "重复发布，先行下线。" });
  const draft = await draftBy(webmaster, { title: "没有写完的文章" });
  const submitted = await submittedBy(webmaster, { title: "等待审核的文章" });
  const before = await rowOf(webmaster, live.articleId);
  await withOffice((tx) =>
    tx.articleView.create({ data: { tenantId: webmaster.tenantId, articleId: live.articleId, views: 77 } }),
  );

  await merged(pair);

  const arrived = await articlesOf(target.branch.tenantId);
  expect(arrived.map(({ no, title, visibility, workState }) => [no, title, visibility, workState])).toEqual([
    [1, "对方原有的文章", "live", null],
    [2, "并入前发布的文章", "live", null],
    [3, "已下线的文章", "withdrawn", null],
    [4, "没有写完的文章", "unpublished", "draft"],
    [5, "等待审核的文章", "unpublished", "in_review"],
  ]);
  expect(arrived[1]).toMatchObject({
    id: live.articleId,
    publishedAt: before.publishedAt,
    column: { baselineKey: "news.activities", tenantId: target.branch.tenantId },
    liveRevision: { columnId: arrived[1]?.columnId },
  });
  expect(arrived[1]?.liveRevision?.bodyText).toContain("正文不变。");
  expect(arrived.map(({ id }) => id)).toEqual(expect.arrayContaining([draft.articleId, submitted.articleId]));
  expect(arrived[4]?.submittedById).toBe(webmaster.actor.userId);
  const history = await withOffice(async (tx) => ({
    events: await tx.workflowEvent.findMany({
      where: { tenantId: target.branch.tenantId, subjectId: live.articleId },
      orderBy: { at: "asc" },
    }),
    submissions: await tx.submission.count({ where: { tenantId: target.branch.tenantId } }),
    views: await tx.articleView.findMany({ where: { tenantId: target.branch.tenantId } }),
    media: await tx.media.findMany({ where: { tenantId: target.branch.tenantId } }),
  }));
  expect(history.events.map(({ action }) => action)).toEqual(["submit", "approve", "publish"]);
  expect(history.submissions).toBe(4);
  expect(history.views).toMatchObject([{ articleId: live.articleId, views: 77 }]);
  expect(new Set(history.media.map(({ id }) => id))).toEqual(new Set([shown.id, unused.id]));
  expect((await findPublicMedia(target.branch.tenantId, shown.id, "w480.webp"))?.key).toContain(source.branch.tenantId);

  const left = await articlesOf(source.branch.tenantId);
  expect(new Set(left.map(({ visibility }) => visibility))).toEqual(new Set(["archived"]));
  expect(left.filter(({ workState, workingRevisionId }) => workState ?? workingRevisionId)).toEqual([]);
  const readable = await withReader(source.branch.tenantId, (tx) => tx.$queryRaw`SELECT 1 FROM revision`);
  expect(readable).toEqual([]);
});

test("both branches record it, readers of both are told, and nobody stays in office", async () => {
  const pair = await twoBranches();
  await publishedBy(pair.source.staff);
  const before = await siteVersionOf(pair.target.staff.webmaster);
  await merged(pair);
  const { source, target, office } = pair;
  const row = await branchRow(source.branch.tenantId);
  expect(row).toMatchObject({ state: "archived", stateReason: reason, mergedIntoId: target.branch.tenantId });
  expect(row.mergedAt).toBeInstanceOf(Date);
  const actions = async (id: string) => (await trailOf(id, id)).map(({ action, actorId }) => [action, actorId]);
  const by = office.actor.userId;
  expect(await actions(source.branch.tenantId)).toEqual([
    ["branch.merge", by],
    ["branch.mergeEnd", by],
  ]);
  expect(await actions(target.branch.tenantId)).toEqual([["branch.takeOver", by]]);
  expect((await siteVersionOf(target.staff.webmaster)).version).toBeGreaterThan(before.version);
  const told = await withOffice((tx) =>
    tx.notification.findMany({ where: { userId: source.staff.webmaster.actor.userId, kind: "branch.merged" } }),
  );
  expect(told).toMatchObject([{ params: { into: target.branch.name } }]);
  const open = await withOffice((tx) =>
    tx.branchRole.count({ where: { tenantId: source.branch.tenantId, endsOn: null } }),
  );
  expect(open).toBe(0);
});

describe("columns", () => {
  test("own ones are made in the target, one of the same name and address is the same, an address that is taken gets a number", async () => {
    const pair = await twoBranches();
    const { source, target } = pair;
    const own = { parentId: null, cadenceDays: null };
    const [mine, shared, clashing] = [
      await addColumn(source.staff.webmaster, { ...own, name: "书香党课", slug: "shuxiang" }),
      await addColumn(source.staff.webmaster, { ...own, name: "志愿服务", slug: "zhiyuan" }),
      await addColumn(source.staff.webmaster, { ...own, name: "青年先锋", slug: "qingnian" }),
    ];
    const theirs = await addColumn(target.staff.webmaster, { ...own, name: "志愿服务", slug: "zhiyuan" });
    await addColumn(target.staff.webmaster, { ...own, name: "青年之声", slug: "qingnian" });
    for (const { id } of [mine, shared, clashing]) await publishedBy(source.staff, { columnId: id });
    await merged(pair);
    const arrived = await articlesOf(target.branch.tenantId);
    expect(arrived.map(({ column }) => [column.id, column.name, column.slug])).toEqual([
      [mine.id, "书香党课", "shuxiang"],
      [theirs.id, "志愿服务", "zhiyuan"],
      [clashing.id, "青年先锋", "qingnian-2"],
    ]);
  });

  test("a sub-column goes below its parent", async () => {
    const pair = await twoBranches();
    const { source, target } = pair;
    const parentId = await columnOf(source.staff.webmaster, "news");
    const child = { name: "通知公告", slug: "tongzhi", parentId, cadenceDays: null };
    const { id } = await addColumn(source.staff.webmaster, child);
    await merged(pair);
    const made = await withOffice((tx) =>
      tx.siteColumn.findUniqueOrThrow({
        where: { tenantId_id: { tenantId: target.branch.tenantId, id } },
        include: { parent: true },
      }),
    );
    expect(made.parent).toMatchObject({ tenantId: target.branch.tenantId, baselineKey: "news" });
  });
});

describe("old addresses", () => {
  test("lead to the article's new one; what readers never saw leads nowhere", async () => {
    const pair = await twoBranches();
    const { source, target } = pair;
    await publishedBy(target.staff);
    await draftBy(source.staff.webmaster);
    const live = await publishedBy(source.staff, { title: "搬家的文章" });
    const { no } = await rowOf(source.staff.webmaster, live.articleId);
    await merged(pair);
    expect(await findNewAddress(source.branch.tenantId, no)).toEqual({ to: target.branch.tenantId, no: 3 });
    expect(await getPublished(target.branch.tenantId, 3)).toMatchObject({
      kind: "article",
      article: { title: "搬家的文章" },
    });
    expect(await findNewAddress(source.branch.tenantId, 1)).toBeNull();
    expect(await findNewAddress(source.branch.tenantId, 99)).toBeNull();
    expect(await findNewAddress(target.branch.tenantId, 3)).toBeNull();
  });

  test("of a branch whose new home was merged in its turn lead to the last", async () => {
    const [first, second] = [await twoBranches(), await staffedBranch()];
    await publishedBy(first.source.staff);
    await merged(first);
    await publishedBy(second.staff);
    await merged({ source: first.target, target: second, office: first.office });
    expect(await findNewAddress(first.source.branch.tenantId, 1)).toEqual({ to: second.branch.tenantId, no: 2 });
  });
});

describe("a pushed article", () => {
  async function pushedTo(pair: Pair, to: readonly ("source" | "target")[]) {
    const [origin, pushId] = [await staffedBranch(), newId()];
    const { articleId } = await publishedBy(origin.staff);
    const { no } = await rowOf(origin.staff.webmaster, articleId);
    const copies: { tenantId: string; articleId: string }[] = [];
    for (const side of to) {
      const { branch, staff } = pair[side];
      copies.push({
        tenantId: branch.tenantId,
        articleId: (await publishedBy(staff, { title: "统一推送的文章" })).articleId,
      });
    }
    await withOffice(async (tx) => {
      await tx.push.create({
        data: {
          id: pushId,
          originTenantId: origin.branch.tenantId,
          originArticleId: articleId,
          originNo: no,
          mode: "required",
          columnKey: "news.activities",
          title: "统一推送的文章",
          createdById: pair.office.actor.userId,
          createdByName: "党办",
        },
      });
      for (const { tenantId, articleId } of copies) {
        await tx.pushCopy.create({ data: { tenantId, id: newId(), pushId, state: "shown", articleId } });
        await tx.article.update({
          where: { tenantId_id: { tenantId, id: articleId } },
          data: { linkedPushId: pushId },
        });
      }
    });
    return pushId;
  }

  test("that the target has too is not there twice: the old address leads to the target's", async () => {
    const pair = await twoBranches();
    await publishedBy(pair.target.staff);
    await pushedTo(pair, ["source", "target"]);
    await merged(pair);
    expect((await articlesOf(pair.target.branch.tenantId)).map(({ title }) => title)).toEqual([
      "支部开展主题党日活动",
      "统一推送的文章",
    ]);
    const { tenantId } = pair.source.branch;
    expect(await findNewAddress(tenantId, 1)).toEqual({ to: pair.target.branch.tenantId, no: 2 });
  });

  test("that the target has not goes on following, in the source's place", async () => {
    const pair = await twoBranches();
    const pushId = await pushedTo(pair, ["source"]);
    await merged(pair);
    const [arrived] = await articlesOf(pair.target.branch.tenantId);
    expect(arrived?.linkedPushId).toBe(pushId);
    const copies = await withOffice((tx) => tx.pushCopy.findMany({ where: { pushId } }));
    const stateIn = (tenantId: string) => copies.find((copy) => copy.tenantId === tenantId)?.state;
    expect(stateIn(pair.target.branch.tenantId)).toBe("shown");
    expect(stateIn(pair.source.branch.tenantId)).toBe("unlinked");
  });
});

describe("the origin of a push", () => {
  test("is followed where it has moved, by the copies elsewhere", async () => {
    const pair = await twoBranches();
    const follower = await staffedBranch();
    await publishedBy(pair.target.staff);
    const { articleId } = await publishedBy(pair.source.staff);
    const pushId = newId();
    await withOffice(async (tx) => {
      const origin = { originTenantId: pair.source.branch.tenantId, originArticleId: articleId, originNo: 1 };
      const by = { createdById: pair.office.actor.userId, createdByName: "党办" };
      const sent = { mode: "required" as const, columnKey: "news.activities", title: "经验" };
      await tx.push.create({ data: { id: pushId, ...origin, ...by, ...sent } });
      await tx.pushCopy.create({ data: { tenantId: follower.branch.tenantId, id: newId(), pushId } });
    });
    await merged(pair);
    const push = await withOffice((tx) => tx.push.findUniqueOrThrow({ where: { id: pushId } }));
    expect(push).toMatchObject({
      originTenantId: pair.target.branch.tenantId,
      originArticleId: articleId,
      originNo: 2,
    });
  });
});

describe("a long merge", () => {
  test("goes on where it stopped, and each article is live in one place at a time", async () => {
    const pair = await twoBranches();
    const { source, target } = pair;
    for (let count = 0; count < 5; count += 1) await publishedBy(source.staff);
    await mergeBranch(pair.office, order(pair));
    expect(await moveArticles(source.branch.tenantId, 2, now)).toBe(2);
    expect(await branchRow(source.branch.tenantId)).toMatchObject({ mergedAt: null });
    const live = async (tenantId: string) =>
      (await articlesOf(tenantId)).filter(({ visibility }) => visibility === "live").length;
    expect([await live(source.branch.tenantId), await live(target.branch.tenantId)]).toEqual([3, 2]);
    await Promise.all([completeMerges(now), completeMerges(now)]);
    expect([await live(source.branch.tenantId), await live(target.branch.tenantId)]).toEqual([0, 5]);
    expect((await branchRow(target.branch.tenantId)).articleSeq).toBe(5);
    expect(await moveArticles(source.branch.tenantId, 2, now)).toBe(0);
  });

  test("neither the target of one that is under way nor a merged branch can be merged", async () => {
    const [pair, third] = [await twoBranches(), await staffedBranch()];
    await mergeBranch(pair.office, order(pair));
    const { source, target, office } = pair;
    const onward = { branchId: target.branch.tenantId, version: 0, intoId: third.branch.tenantId, reason };
    expect(await reasonOf(mergeBranch(office, onward))).toBe("branch.mergeUnderWay");
    await completeMerges(now);
    const again = { ...order(pair), version: 2 };
    expect(await reasonOf(mergeBranch(office, again))).toBe("branch.mergedAlready");
    expect(await reasonOf(reopenBranch(office, again))).toBe("branch.mergedAlready");
    const into = { ...onward, intoId: source.branch.tenantId };
    expect(await reasonOf(mergeBranch(office, into))).toBe("branch.mergeTargetClosed");
  });
});

describe("refused", () => {
  test("without permission, of a branch that changed or is none, into itself or nothing", async () => {
    const pair = await twoBranches();
    expect(await reasonOf(mergeBranch(await officerOf(["inspector"]), order(pair)))).toBe("forbidden");
    expect(await reasonOf(mergeBranch(pair.office, { ...order(pair), version: 1 }))).toBe("changedMeanwhile");
    expect(await reasonOf(mergeBranch(pair.office, { ...order(pair), branchId: newId() }))).toBe("branch.missing");
    expect(await reasonOf(mergeBranch(pair.office, { ...order(pair), intoId: newId() }))).toBe("branch.missing");
    const itself = { ...order(pair), intoId: pair.source.branch.tenantId };
    expect(await reasonOf(mergeBranch(pair.office, itself))).toBe("branch.mergeIntoItself");
    expect(await branchRow(pair.source.branch.tenantId)).toMatchObject({ state: "open", version: 0 });
  });

  test("into a branch that is closed", async () => {
    const [pair, closed] = [await twoBranches(), await newBareBranch()];
    await withOffice((tx) => tx.branch.update({ where: { id: closed.tenantId }, data: { state: "suspended" } }));
    const into = { ...order(pair), intoId: closed.tenantId };
    expect(await reasonOf(mergeBranch(pair.office, into))).toBe("branch.mergeTargetClosed");
  });
});
