import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "@zhibu/db/new-id";
import { withOffice } from "@zhibu/db/scope";
import { newBareBranch, type TestBranch } from "@zhibu/db/testing/factories";
import { addArticle, addColumn } from "@zhibu/db/testing/published-fixtures";
import type { BranchSort } from "@zhibu/domain/tenancy/branch-filters";
import type { ListOfficeBranchesInput } from "@zhibu/domain/tenancy/branch-overview";
import type { OfficeContext } from "../../kernel/context.ts";
import { memberOf } from "../../testing/contexts.ts";
import { officerOf } from "../../testing/office.ts";
import { reasonOf } from "../../testing/reason-of.ts";
import { suspendBranch } from "./close-branch.ts";
import { getOfficeBranch } from "./get-office-branch.ts";
import { listOfficeBranches } from "./list-office-branches.ts";
import { deleteSavedView, listSavedViews, saveView } from "./saved-views.ts";

const now = new Date("2026-11-23T02:00:00Z");
const day = 86_400_000;
const ago = (days: number) => new Date(now.getTime() - days * day);

/** In every name of this file's branches: other files write in the same database. */
const mark = newId().slice(-12);

let office: OfficeContext;
let [busy, quiet, late, empty] = [] as unknown as [TestBranch, TestBranch, TestBranch, TestBranch]; // Filled before the first test.

async function branchNamed(name: string, position: number): Promise<TestBranch> {
  const branch = await newBareBranch();
  const data = { name: `${name}${mark}`, shortName: name, position };
  await withOffice((tx) => tx.branch.update({ where: { id: branch.tenantId }, data }));
  return branch;
}

async function waitingIn({ tenantId }: TestBranch, columnId: string, state: "in_review" | "failed", since: Date) {
  const id = newId();
  await withOffice(async (tx) => {
    const { articleSeq: no } = await tx.branch.update({
      where: { id: tenantId },
      data: { articleSeq: { increment: 1 } },
    });
    const author = { createdById: office.actor.userId };
    await tx.article.create({
      data: { tenantId, id, no, columnId, workState: state, workStateSince: since, updatedAt: since, ...author },
    });
  });
  return id;
}

async function correctionIn({ tenantId }: TestBranch, articleId: string, createdAt: Date) {
  const words = { causeType: "fact", causeId: newId(), causeName: "党员总数", oldText: "1", newText: "2", excerpt: "" };
  await withOffice((tx) =>
    tx.correctionTask.create({ data: { tenantId, id: newId(), articleId, occurrences: 1, createdAt, ...words } }),
  );
}

beforeAll(async () => {
  office = await officerOf(["office"], () => now);
  busy = await branchNamed("丙支部", 1);
  quiet = await branchNamed("甲支部", 2);
  late = await branchNamed("乙支部", 3);
  empty = await branchNamed("丁支部", 4);
  const [inBusy, inQuiet, inLate] = [await addColumn(busy), await addColumn(quiet), await addColumn(late)];
  for (const days of [1, 2, 3, 40]) await addArticle(busy, inBusy, { publishedAt: ago(days) });
  await waitingIn(busy, inBusy.id, "in_review", ago(1));
  await addArticle(quiet, inQuiet, { publishedAt: ago(60) });
  await waitingIn(late, inLate.id, "in_review", ago(3));
  await waitingIn(late, inLate.id, "failed", ago(1));
  const waiting = await waitingIn(late, inLate.id, "in_review", ago(1));
  await correctionIn(late, waiting, ago(8));
  await correctionIn(late, waiting, ago(6));
});

function ask(change: Partial<ListOfficeBranchesInput> = {}) {
  const usual = { sort: "position", order: "asc", state: "current", kind: "all", onlyOverdue: false } as const;
  return listOfficeBranches(office, { ...usual, search: mark, limit: 50, ...change });
}

async function slugs(change: Partial<ListOfficeBranchesInput> = {}) {
  return (await ask(change)).items.map(({ slug }) => slug);
}

describe("the overview", () => {
  test("counts a branch's own items of this month, its waiting reviews and what is overdue", async () => {
    const { items, can } = await ask();
    const byName = Object.fromEntries(items.map((row) => [row.shortName, row]));
    expect(byName["丙支部"]).toMatchObject({ monthItems: 3, waiting: 1, overdueReviews: 0, failed: 0 });
    expect(byName["甲支部"]).toMatchObject({ monthItems: 0, waiting: 0, overdueReviews: 0, overdueCorrections: 0 });
    expect(byName["乙支部"]).toMatchObject({ waiting: 2, overdueReviews: 1, failed: 1, overdueCorrections: 1 });
    expect(byName["丁支部"]).toMatchObject({ monthItems: 0, lastActivity: null });
    expect(can).toEqual({ manage: true });
  });

  test("what the office pushed is no item of the branch", async () => {
    const branch = await branchNamed("戊支部", 9);
    const { id } = await addArticle(branch, await addColumn(branch), { publishedAt: ago(1) });
    await withOffice(async (tx) => {
      const pushId = newId();
      const by = { createdById: office.actor.userId, createdByName: "党办" };
      const origin = { originTenantId: branch.tenantId, originArticleId: id, originNo: 1 };
      const push = { id: pushId, mode: "required", columnKey: "news", title: "推送", ...origin, ...by } as const;
      await tx.push.create({ data: push });
      const key = { tenantId_id: { tenantId: branch.tenantId, id } };
      await tx.article.update({ where: key, data: { linkedPushId: pushId } });
    });
    expect((await ask({ search: `戊支部${mark}` })).items).toMatchObject([{ monthItems: 0 }]);
    await withOffice((tx) => tx.branch.update({ where: { id: branch.tenantId }, data: { name: "戊支部" } }));
  });

  test.each<[BranchSort, () => TestBranch[]]>([
    ["position", () => [busy, quiet, late, empty]],
    // By pinyin: bǐng, dīng, jiǎ, yǐ.
    ["name", () => [busy, empty, quiet, late]],
    ["lastActivity", () => [empty]],
    ["overdue", () => []],
    ["monthItems", () => []],
    ["waiting", () => []],
  ])("is ordered by %s either way, a page at a time without a gap or a repetition", async (sort, first) => {
    const whole = await slugs({ sort });
    expect(whole.slice(0, first().length)).toEqual(first().map(({ slug }) => slug));
    expect(await slugs({ sort, order: "desc" })).toEqual(whole.toReversed());
    const walked: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await ask({ sort, limit: 1, ...(cursor ? { cursor } : {}) });
      walked.push(...page.items.map(({ slug }) => slug));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(walked).toEqual(whole);
  });

  test("those with most of it come first", async () => {
    const top = async (sort: BranchSort) => (await slugs({ sort, order: "desc" }))[0];
    expect(await top("monthItems")).toBe(busy.slug);
    expect(await top("waiting")).toBe(late.slug);
    expect(await top("overdue")).toBe(late.slug);
  });

  test("is narrowed by words, kind, state and what is overdue", async () => {
    expect(await slugs({ search: `甲支部${mark}` })).toEqual([quiet.slug]);
    expect(await slugs({ search: "%" })).toEqual([]);
    expect(await slugs({ onlyOverdue: true })).toEqual([late.slug]);
    expect(await slugs({ kind: "general" })).toEqual([]);
    expect(await slugs({ state: "archived" })).toEqual([]);
    await suspendBranch(office, { branchId: empty.tenantId, version: 0, reason: "整改期间暂停。" });
    expect(await slugs({ state: "suspended" })).toEqual([empty.slug]);
    expect(await slugs({ state: "open" })).toHaveLength(3);
    expect(await slugs()).toHaveLength(4);
  });

  test("sums the college up on the first page alone", async () => {
    const { summary, nextCursor } = await ask({ limit: 1 });
    expect(summary?.waiting).toBeGreaterThanOrEqual(3);
    expect(summary?.withOverdue).toBeGreaterThanOrEqual(1);
    expect((await ask({ cursor: nextCursor ?? "" })).summary).toBeNull();
  });

  test("refuses a cursor of another order, and who may not see it", async () => {
    const { nextCursor } = await ask({ limit: 1 });
    expect(await reasonOf(ask({ sort: "name", cursor: nextCursor ?? "" }))).toBe("badCursor");
    const byName = (await ask({ sort: "name", limit: 1 })).nextCursor;
    expect(await reasonOf(ask({ sort: "lastActivity", cursor: byName ?? "" }))).toBe("badCursor");
    const stranger = await officerOf(["auditor"]);
    const usual = { sort: "position", order: "asc", state: "current", kind: "all", onlyOverdue: false } as const;
    expect(await reasonOf(listOfficeBranches(stranger, { ...usual, search: "", limit: 1 }))).toBe("forbidden");
  });
});

describe("one branch", () => {
  test("shows who is in office, what is due and what may be done", async () => {
    await memberOf(late, ["secretary", "webmaster"], () => now);
    const { branch, figures, people, can, merge } = await getOfficeBranch(office, { slug: late.slug });
    expect(branch).toMatchObject({ slug: late.slug, state: "open", mergedInto: null });
    expect(figures).toMatchObject({ waiting: 2, failed: 1, overdueReviews: 1, overdueCorrections: 1, live: 0 });
    expect(people.map(({ role }) => role)).toEqual(["secretary", "webmaster"]);
    expect(can).toEqual({ manage: true, suspend: true, reopen: false, archive: true, merge: true });
    expect(merge).toBeNull();
  });

  test("is nothing to those without the right, and a slug that is none is missing", async () => {
    expect(await reasonOf(getOfficeBranch(await officerOf(["inspector"]), { slug: late.slug }))).toBe("forbidden");
    expect(await reasonOf(getOfficeBranch(office, { slug: "nobody" }))).toBe("branch.missing");
  });
});

describe("saved views", () => {
  test("are each person's own; one of the same name replaces the old one", async () => {
    const [mine, theirs] = [await officerOf(), await officerOf()];
    const view = { screen: "branches", name: "有逾期的", query: "overdue=true" } as const;
    const { id } = await saveView(mine, view);
    expect(await saveView(mine, { ...view, query: "overdue=true&sort=name" })).toEqual({ id });
    expect(await listSavedViews(mine, { screen: "branches" })).toEqual([
      { id, name: "有逾期的", query: "overdue=true&sort=name" },
    ]);
    expect(await listSavedViews(theirs, { screen: "branches" })).toEqual([]);
    expect(await reasonOf(deleteSavedView(theirs, { viewId: id }))).toBe("notFound");
    await deleteSavedView(mine, { viewId: id });
    expect(await listSavedViews(mine, { screen: "branches" })).toEqual([]);
    expect(await reasonOf(saveView(await officerOf(["auditor"]), view))).toBe("forbidden");
  });

  test("are not without number", async () => {
    const mine = await officerOf();
    const view = (number: number) => ({ screen: "branches", name: `视图${number}`, query: "" }) as const;
    for (let number = 1; number <= 20; number += 1) await saveView(mine, view(number));
    expect(await reasonOf(saveView(mine, view(21)))).toBe("savedView.tooMany");
    await saveView(mine, view(20));
  });
});
