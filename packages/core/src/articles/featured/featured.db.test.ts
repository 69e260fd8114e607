import { describe, expect, test } from "vitest";
import { newId } from "@zhibu/db/new-id";
import { withOffice, withReader, withTenant } from "@zhibu/db/scope";
import { newUser } from "@zhibu/db/testing/factories";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import type { BranchContext, OfficeContext } from "../../kernel/context.ts";
import {
  contentIn,
  publishedBy,
  siteVersionOf,
  type Staff,
  staffedBranch,
  submittedBy,
} from "../../testing/articles.ts";
import { reasonOf } from "../../testing/reason-of.ts";
import { experiencePage } from "../published/featured-articles.ts";
import { portalHome } from "../published/portal-home.ts";
import { saveArticle } from "../save-article.ts";
import { withdrawArticle } from "../withdraw-article.ts";
import { declineNomination, endNomination, featureNomination } from "./decide-nomination.ts";
import { countProposed, listNominations } from "./list-nominations.ts";
import { proposeNomination } from "./propose-nomination.ts";
import { withdrawNomination } from "./withdraw-nomination.ts";

const note = "主题党日与专业实践结合得好";

async function office(): Promise<OfficeContext> {
  const user = await newUser("党务办公室测试员");
  await withOffice((tx) =>
    tx.collegeRole.create({
      data: { id: newId(), userId: user.userId, role: "office", startsOn: new Date("2020-01-01") },
    }),
  );
  return { actor: { ...user, roles: ["office"] }, now: () => new Date() };
}

function rowFor(ctx: BranchContext, articleId: string) {
  return withOffice((tx) =>
    tx.nomination.findUniqueOrThrow({ where: { tenantId_articleId: { tenantId: ctx.tenantId, articleId } } }),
  );
}

/** A live article of a fresh branch, proposed by its webmaster. */
async function proposed(title = `经验${newId()}`) {
  const { branch, staff } = await staffedBranch();
  const article = await publishedBy(staff, { title });
  const { nominationId } = await proposeNomination(staff.webmaster, { articleId: article.articleId, note });
  return { branch, staff, article, title, nominationId };
}

async function featured() {
  const ctx = await office();
  const all = await proposed();
  await featureNomination(ctx, { nominationId: all.nominationId, version: 0 });
  return { ctx, ...all };
}

async function onPortal(title: string): Promise<boolean> {
  const [page, home] = [await experiencePage(1), await portalHome()];
  const titles = page?.items.map((item) => item.title) ?? [];
  expect(home?.featured.some((item) => item.title === title) ?? false).toBe(titles.includes(title));
  return titles.includes(title);
}

async function portalVersion(): Promise<bigint> {
  const { id } = await withOffice((tx) => tx.college.findFirstOrThrow({ select: { id: true } }));
  const row = await withOffice((tx) => tx.siteVersion.findUniqueOrThrow({ where: { siteId: id } }));
  return row.version;
}

const kindsOf = async (userId: string) =>
  (await withOffice((tx) => tx.notification.findMany({ where: { userId }, orderBy: { id: "asc" } }))).map(
    ({ kind }) => kind,
  );

describe("a proposal", () => {
  test("is told the office, featured on the portal and told the branch; the branch's own site is not rendered anew", async () => {
    const ctx = await office();
    const { staff, article, title, nominationId } = await proposed();
    expect(await kindsOf(ctx.actor.userId)).toContain("nomination.proposed");
    const listed = await listNominations(ctx, { tab: "proposed", limit: 50 });
    const item = listed.items.find(({ id }) => id === nominationId);
    expect(item).toMatchObject({ title, note, isLive: true, can: { feature: true, decline: true, end: false } });
    expect((await countProposed(ctx)).count).toBeGreaterThan(0);
    const [site, portal] = [await siteVersionOf(staff.webmaster), await portalVersion()];
    await featureNomination(ctx, { nominationId, version: 0 });
    expect(await siteVersionOf(staff.webmaster)).toEqual(site);
    expect(await portalVersion()).toBeGreaterThan(portal);
    expect(await onPortal(title)).toBe(true);
    expect(await rowFor(staff.webmaster, article.articleId)).toMatchObject({ state: "featured" });
    expect(await kindsOf(staff.secretary.actor.userId)).toContain("nomination.featured");
  });

  test("may be taken back until it is decided, and made again", async () => {
    const { staff, article, nominationId } = await proposed();
    const { articleId } = article;
    await withdrawNomination(staff.secretary, { articleId, version: 0 });
    expect(await reasonOf(featureNomination(await office(), { nominationId, version: 1 }))).toBe(
      "nomination.wrongState",
    );
    const again = await proposeNomination(staff.webmaster, { articleId, note });
    expect(again.nominationId).toBe(nominationId);
    await featureNomination(await office(), { nominationId, version: 2 });
    expect(await reasonOf(withdrawNomination(staff.webmaster, { articleId, version: 3 }))).toBe(
      "nomination.wrongState",
    );
  });

  test("is declined with a reason the branch reads", async () => {
    const { staff, article, title, nominationId } = await proposed();
    await declineNomination(await office(), { nominationId, version: 0, reason: "请补充做法和成效" });
    expect(await rowFor(staff.webmaster, article.articleId)).toMatchObject({ state: "declined", featuredAt: null });
    expect(await kindsOf(staff.webmaster.actor.userId)).toContain("nomination.declined");
    expect(await onPortal(title)).toBe(false);
  });

  test("needs the permission, a live article of the own branch, and the version last seen", async () => {
    const { staff } = await staffedBranch();
    const submitted = await submittedBy(staff.webmaster);
    const propose = (who: Staff[keyof Staff], articleId: string) =>
      reasonOf(proposeNomination(who, { articleId, note }));
    expect(await propose(staff.webmaster, submitted.articleId)).toBe("nomination.notLive");
    const other = await proposed();
    expect(await propose(staff.webmaster, other.article.articleId)).toBe("article.notFound");
    expect(await propose(other.staff.contributor, other.article.articleId)).toBe("forbidden");
    expect(await propose(other.staff.webmaster, other.article.articleId)).toBe("nomination.wrongState");
    const { nominationId } = other;
    expect(await reasonOf(featureNomination(await office(), { nominationId, version: 5 }))).toBe("changedMeanwhile");
    expect(await reasonOf(featureNomination(await office(), { nominationId: newId(), version: 0 }))).toBe(
      "nomination.missing",
    );
    const auditor: OfficeContext = { ...(await office()), actor: { ...(await newUser()), roles: ["auditor"] } };
    expect(await reasonOf(featureNomination(auditor, { nominationId, version: 0 }))).toBe("forbidden");
    expect(await reasonOf(listNominations(auditor, { tab: "past", limit: 1 }))).toBe("forbidden");
  });

  test("made by two colleagues at once stands once", async () => {
    const { staff } = await staffedBranch();
    const { articleId } = await publishedBy(staff);
    const outcomes = await Promise.all(
      [staff.webmaster, staff.secretary].map((who) => reasonOf(proposeNomination(who, { articleId, note }))),
    );
    expect(outcomes).toContain("accepted");
    expect(outcomes.filter((outcome) => outcome === "accepted")).toHaveLength(1);
  });
});

describe("a featured article", () => {
  test("leaves the portal when the office ends it, and stays where it is", async () => {
    const { ctx, staff, article, title, nominationId } = await featured();
    await endNomination(ctx, { nominationId, version: 1, reason: "展示期满" });
    expect(await onPortal(title)).toBe(false);
    expect(await rowFor(staff.webmaster, article.articleId)).toMatchObject({ state: "ended", featuredAt: null });
    const past = await listNominations(ctx, { tab: "past", limit: 50 });
    expect(past.items.find(({ id }) => id === nominationId)).toMatchObject({ isLive: true, reason: "展示期满" });
  });

  test("leaves it at once when it is taken down", async () => {
    const { staff, article, title } = await featured();
    await withdrawArticle(staff.secretary, { ...article, reason: "内容有误" });
    expect(await onPortal(title)).toBe(false);
    expect(await rowFor(staff.webmaster, article.articleId)).toMatchObject({ state: "ended", featuredAt: null });
  });

  test("is shown with its live text while the next is written, and not while its branch is closed", async () => {
    const { branch, staff, article, title } = await featured();
    const content = await contentIn(staff.webmaster, { title: "还没有发布的标题" });
    await saveArticle(staff.webmaster, { ...article, content });
    expect(await onPortal(title)).toBe(true);
    await withOffice((tx) => tx.branch.update({ where: { id: branch.tenantId }, data: { state: "suspended" } }));
    expect(await onPortal(title)).toBe(false);
  });
});

test("readers learn of what is featured alone, and a branch of its own proposals alone", async () => {
  const [shown, waiting] = [await featured(), await proposed()];
  const seen = async (tenantId: TenantId | null) => {
    const rows = await withReader(
      tenantId,
      (tx) => tx.$queryRaw<{ id: string }[]>`SELECT article_id AS id FROM nomination`,
    );
    return rows.map(({ id }) => id);
  };
  expect(await seen(null)).toContain(shown.article.articleId);
  expect(await seen(null)).not.toContain(waiting.article.articleId);
  expect(await seen(shown.branch.tenantId)).toEqual([shown.article.articleId]);
  expect(await seen(waiting.branch.tenantId)).toEqual([]);
  const own = await withTenant(waiting.branch.tenantId, (tx) => tx.nomination.findMany());
  expect(own.map(({ articleId }) => articleId)).toEqual([waiting.article.articleId]);
  const lie = withOffice((tx) =>
    tx.nomination.updateMany({ where: { id: waiting.nominationId }, data: { featuredAt: new Date() } }),
  );
  await expect(lie).rejects.toThrow(/nomination_featured_while/u);
});

test("each list pages by keyset, newest first", async () => {
  const ctx = await office();
  const made = [await proposed(), await proposed(), await proposed()].map(({ nominationId }) => nominationId);
  const seen: string[] = [];
  let cursor: string | null | undefined;
  while (cursor !== null && !made.every((id) => seen.includes(id))) {
    const page = await listNominations(ctx, { tab: "proposed", limit: 2, ...(cursor ? { cursor } : {}) });
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  expect(seen.filter((id) => made.includes(id))).toEqual(made.toReversed());
  expect(new Set(seen).size).toBe(seen.length);
});
