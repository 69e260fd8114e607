import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "@zhibu/db/new-id";
import { withTenant } from "@zhibu/db/scope";
import type { ColumnRefInput } from "@zhibu/domain/columns/column-inputs";
import type { BranchContext } from "../kernel/context.ts";
import { memberOf, newBranch, staffOf } from "../testing/contexts.ts";
import { reasonOf } from "../testing/reason-of.ts";
import { addColumn } from "./add-column.ts";
import { deleteColumn } from "./delete-column.ts";
import { hideColumn, showColumn } from "./hide-column.ts";
import { listColumns, type ColumnItem } from "./list-columns.ts";
import { moveColumn } from "./move-column.ts";
import { orderColumns } from "./order-columns.ts";
import { renameColumn } from "./rename-column.ts";
import { setColumnCadence } from "./set-column-cadence.ts";
import { suggestColumnSlug } from "./suggest-column-slug.ts";

let staff: Awaited<ReturnType<typeof staffOf>>;
let webmaster: BranchContext;

beforeEach(async () => {
  staff = await staffOf(await newBranch());
  ({ webmaster } = staff);
});

async function all(ctx: BranchContext): Promise<ColumnItem[]> {
  const { sections } = await listColumns(ctx);
  return sections.flatMap(({ children, ...section }) => [section, ...children]);
}

async function bySlug(ctx: BranchContext, slug: string): Promise<ColumnItem & ColumnRefInput> {
  const found = (await all(ctx)).find((each) => each.slug === slug);
  if (!found) throw new Error(`no column ${slug}`);
  return { ...found, columnId: found.id };
}

const own = { name: "主题党日", slug: "zhu-ti-dang-ri", parentId: null, cadenceDays: 31 };
const siteVersion = (ctx: BranchContext) =>
  withTenant(ctx.tenantId, (tx) => tx.siteVersion.findUniqueOrThrow({ where: { siteId: ctx.tenantId } }));
const trail = (ctx: BranchContext) =>
  withTenant(ctx.tenantId, (tx) => tx.auditEntry.findMany({ orderBy: { seq: "desc" } }));

async function publishIn(
  ctx: BranchContext,
  columnId: string,
  publishedAt: Date,
  revisedAt = publishedAt,
): Promise<void> {
  const { tenantId } = ctx;
  const [articleId, revisionId] = [newId(), newId()];
  await withTenant(tenantId, async (tx) => {
    const { articleSeq: no } = await tx.branch.update({
      where: { id: tenantId },
      data: { articleSeq: { increment: 1 } },
      select: { articleSeq: true },
    });
    await tx.article.create({ data: { tenantId, id: articleId, no, columnId, createdById: ctx.actor.userId } });
    await tx.revision.create({
      data: {
        tenantId,
        id: revisionId,
        articleId,
        number: 1,
        columnId,
        body: {},
        createdById: ctx.actor.userId,
        createdByName: "",
      },
    });
    await tx.article.update({
      where: { tenantId_id: { tenantId, id: articleId } },
      data: { visibility: "live", workState: null, liveRevisionId: revisionId, publishedAt, revisedAt },
    });
  });
}

describe("listing", () => {
  test("modules in their order, columns by position, with what is in them and how fresh it is", async () => {
    const meetings = await bySlug(webmaster, "meetings");
    await publishIn(webmaster, meetings.id, new Date(Date.now() - 40 * 86_400_000));
    await publishIn(webmaster, meetings.id, new Date(Date.now() - 41 * 86_400_000), new Date());
    const { sections, can } = await listColumns(webmaster);
    expect(sections.map((section) => section.slug)).toEqual(["news", "organisation", "education"]);
    expect(can.add).toBe(true);
    const [news] = sections;
    expect(news).toMatchObject({
      liveCount: 2,
      articleCount: 0,
      freshness: { state: "overdue", daysOver: 30 },
      can: { delete: false, move: false, rename: true },
    });
    expect(news?.children[0]).toMatchObject({
      slug: "meetings",
      liveCount: 2,
      articleCount: 2,
      freshness: { state: "overdue", daysOver: 9 },
    });
    expect(news?.children[1]).toMatchObject({ slug: "activities", freshness: { state: "blank" } });
  });

  test("is open to every member, who may change nothing by it", async () => {
    const [first] = await all(staff.organiser);
    expect(first?.can).toEqual({
      rename: false,
      hide: false,
      order: false,
      move: false,
      setCadence: false,
      delete: false,
    });
    expect((await listColumns(staff.organiser)).can.add).toBe(false);
  });
});

describe("adding", () => {
  test("puts it last among the features; readers are told, and it is on record", async () => {
    const before = await siteVersion(webmaster);
    const { id } = await addColumn(webmaster, own);
    expect(await bySlug(webmaster, own.slug)).toMatchObject({
      id,
      module: "special",
      parentId: null,
      baselineName: null,
      can: { delete: true },
    });
    const after = await siteVersion(webmaster);
    expect(after.version).toBe(before.version + 1n);
    expect(after.removalVersion).toBe(before.removalVersion);
    expect((await trail(webmaster))[0]).toMatchObject({ action: "column.add", subjectId: id });
  });

  test("below a module it takes the module", async () => {
    const news = await bySlug(webmaster, "news");
    await addColumn(webmaster, { ...own, parentId: news.id });
    expect(await bySlug(webmaster, own.slug)).toMatchObject({ module: "news", parentId: news.id });
  });

  test("refuses a taken address, a third level, a foreign parent, and people without the permission", async () => {
    const meetings = await bySlug(webmaster, "meetings");
    expect(await reasonOf(addColumn(webmaster, { ...own, slug: "meetings" }))).toBe("column.slugTaken");
    expect(await reasonOf(addColumn(webmaster, { ...own, parentId: meetings.id }))).toBe("column.tooDeep");
    expect(await reasonOf(addColumn(staff.contributor, own))).toBe("forbidden");
    const elsewhere = await memberOf(await newBranch(), ["webmaster"]);
    expect(await reasonOf(addColumn(elsewhere, { ...own, parentId: meetings.id }))).toBe("notFound");
  });

  test("of two equal ones at once, one is made", async () => {
    const reasons = await Promise.all([reasonOf(addColumn(webmaster, own)), reasonOf(addColumn(staff.secretary, own))]);
    expect(reasons.toSorted()).toEqual(["accepted", "column.slugTaken"]);
  });
});

describe("renaming", () => {
  test("a baseline column keeps its address and remembers its name", async () => {
    const meetings = await bySlug(webmaster, "meetings");
    await renameColumn(webmaster, { ...meetings, name: "支部会议" });
    expect(await bySlug(webmaster, "meetings")).toMatchObject({
      name: "支部会议",
      baselineName: "党务会议",
      version: meetings.version + 1,
    });
    expect((await trail(webmaster))[0]).toMatchObject({
      action: "column.rename",
      changes: { from: "党务会议", to: "支部会议" },
    });
  });

  test("refuses a sibling's name, a stale version, a foreign column, and people without the permission", async () => {
    const meetings = await bySlug(webmaster, "meetings");
    const input = { ...meetings, name: "支部会议" };
    expect(await reasonOf(renameColumn(webmaster, { ...input, name: "党内活动" }))).toBe("column.nameTaken");
    expect(await reasonOf(renameColumn(staff.contributor, input))).toBe("forbidden");
    expect(await reasonOf(renameColumn(await memberOf(await newBranch(), ["webmaster"]), input))).toBe("notFound");
    await renameColumn(webmaster, input);
    expect(await reasonOf(renameColumn(webmaster, input))).toBe("changedMeanwhile");
  });
});

describe("ordering", () => {
  const refs = (columns: readonly ColumnItem[]) => columns.map(({ id, version }) => ({ columnId: id, version }));

  async function children(ctx: BranchContext, slug: string): Promise<ColumnItem[]> {
    return (await listColumns(ctx)).sections.find((section) => section.slug === slug)?.children ?? [];
  }

  test("takes over the given order, baseline columns among it", async () => {
    const columns = await children(webmaster, "news");
    await orderColumns(webmaster, { columns: refs(columns.toReversed()) });
    expect((await children(webmaster, "news")).map((each) => each.slug)).toEqual(
      columns.toReversed().map((each) => each.slug),
    );
    expect((await trail(webmaster))[0]).toMatchObject({
      action: "column.order",
      changes: { order: columns.toReversed().map((each) => each.name) },
    });
  });

  test("refuses part of the siblings, a stale version, foreign columns, and people without the permission", async () => {
    const columns = await children(webmaster, "news");
    expect(await reasonOf(orderColumns(webmaster, { columns: refs(columns.slice(1)) }))).toBe("column.orderChanged");
    expect(await reasonOf(orderColumns(staff.contributor, { columns: refs(columns) }))).toBe("forbidden");
    expect(
      await reasonOf(orderColumns(await memberOf(await newBranch(), ["webmaster"]), { columns: refs(columns) })),
    ).toBe("notFound");
    await orderColumns(webmaster, { columns: refs(columns.toReversed()) });
    expect(await reasonOf(orderColumns(webmaster, { columns: refs(columns) }))).toBe("changedMeanwhile");
  });
});

describe("hiding and showing", () => {
  test("hiding is a removal for readers, showing is not", async () => {
    const news = await bySlug(webmaster, "news");
    const before = await siteVersion(webmaster);
    await hideColumn(webmaster, news);
    const hidden = await siteVersion(webmaster);
    expect(hidden.removalVersion).toBe(before.version + 1n);
    expect((await bySlug(webmaster, "meetings")).freshness).toBeNull();
    await showColumn(webmaster, { columnId: news.id, version: news.version + 1 });
    expect((await siteVersion(webmaster)).removalVersion).toBe(hidden.removalVersion);
    expect((await trail(webmaster)).map((entry) => entry.action).slice(0, 2)).toEqual(["column.show", "column.hide"]);
  });

  test("refuses what is so already, a stale version, a foreign column, and people without the permission", async () => {
    const news = await bySlug(webmaster, "news");
    expect(await reasonOf(showColumn(webmaster, news))).toBe("column.shownAlready");
    expect(await reasonOf(hideColumn(staff.organiser, news))).toBe("forbidden");
    expect(await reasonOf(hideColumn(await memberOf(await newBranch(), ["webmaster"]), news))).toBe("notFound");
    expect(await reasonOf(hideColumn(webmaster, { ...news, version: 9 }))).toBe("changedMeanwhile");
    await hideColumn(webmaster, news);
    expect(await reasonOf(hideColumn(webmaster, { ...news, version: news.version + 1 }))).toBe("column.hiddenAlready");
  });
});

describe("moving", () => {
  test("an own column goes below another module, and leaves readers' sight where that is hidden", async () => {
    await addColumn(webmaster, own);
    await hideColumn(webmaster, await bySlug(webmaster, "news"));
    const before = await siteVersion(webmaster);
    const column = await bySlug(webmaster, own.slug);
    await moveColumn(webmaster, { ...column, parentId: (await bySlug(webmaster, "news")).id });
    expect(await bySlug(webmaster, own.slug)).toMatchObject({ module: "news" });
    expect((await siteVersion(webmaster)).removalVersion).toBe(before.version + 1n);
  });

  test("refuses a baseline column, a stale version, a foreign column, and people without the permission", async () => {
    const meetings = await bySlug(webmaster, "meetings");
    expect(await reasonOf(moveColumn(webmaster, { ...meetings, parentId: null }))).toBe("column.baselineStays");
    await addColumn(webmaster, own);
    const column = await bySlug(webmaster, own.slug);
    expect(await reasonOf(moveColumn(staff.contributor, { ...column, parentId: null }))).toBe("forbidden");
    expect(await reasonOf(moveColumn(webmaster, { ...column, version: 5, parentId: meetings.parentId }))).toBe(
      "changedMeanwhile",
    );
    expect(
      await reasonOf(moveColumn(await memberOf(await newBranch(), ["webmaster"]), { ...column, parentId: null })),
    ).toBe("notFound");
  });
});

describe("the cadence", () => {
  test("of an own column can be set, of a baseline column not", async () => {
    await addColumn(webmaster, own);
    await setColumnCadence(webmaster, { ...(await bySlug(webmaster, own.slug)), cadenceDays: null });
    expect((await bySlug(webmaster, own.slug)).cadenceDays).toBeNull();
    const meetings = await bySlug(webmaster, "meetings");
    expect(await reasonOf(setColumnCadence(webmaster, { ...meetings, cadenceDays: 365 }))).toBe("column.baselineStays");
    expect(await reasonOf(setColumnCadence(staff.contributor, { ...meetings, cadenceDays: 365 }))).toBe("forbidden");
    expect(await reasonOf(setColumnCadence(webmaster, { ...meetings, version: 4, cadenceDays: 365 }))).toBe(
      "changedMeanwhile",
    );
    expect(
      await reasonOf(
        setColumnCadence(await memberOf(await newBranch(), ["webmaster"]), { ...meetings, cadenceDays: 365 }),
      ),
    ).toBe("notFound");
  });
});

describe("deleting", () => {
  test("takes an empty own column, closes the gap, and is a removal for readers", async () => {
    const slugs = ["yi", "er", "san"];
    for (const slug of slugs) await addColumn(webmaster, { ...own, name: `特色${slug}`, slug });
    const before = await siteVersion(webmaster);
    await deleteColumn(webmaster, await bySlug(webmaster, "er"));
    const rows = await withTenant(webmaster.tenantId, (tx) =>
      tx.siteColumn.findMany({
        where: { tenantId: webmaster.tenantId, module: "special" },
        orderBy: { position: "asc" },
      }),
    );
    expect(rows.map(({ slug, position }) => [slug, position])).toEqual([
      ["yi", 0],
      ["san", 1],
    ]);
    expect((await siteVersion(webmaster)).removalVersion).toBe(before.version + 1n);
    expect((await trail(webmaster))[0]).toMatchObject({ action: "column.delete" });
  });

  test("refuses one with articles, of the baseline, stale, foreign, or without permission", async () => {
    await addColumn(webmaster, own);
    const column = await bySlug(webmaster, own.slug);
    expect(await reasonOf(deleteColumn(staff.contributor, column))).toBe("forbidden");
    expect(await reasonOf(deleteColumn(await memberOf(await newBranch(), ["webmaster"]), column))).toBe("notFound");
    expect(await reasonOf(deleteColumn(webmaster, { ...column, version: 3 }))).toBe("changedMeanwhile");
    expect(await reasonOf(deleteColumn(webmaster, await bySlug(webmaster, "meetings")))).toBe("column.baselineStays");
    await publishIn(webmaster, column.id, new Date());
    await expect(deleteColumn(webmaster, column)).rejects.toMatchObject({
      code: "CONFLICT",
      reason: "column.notEmpty",
      params: { count: 1 },
    });
    expect((await bySlug(webmaster, own.slug)).can.delete).toBe(false);
  });
});

test("an address is suggested from the name's pinyin and is free", async () => {
  expect(await suggestColumnSlug(webmaster, { name: "主题党日 2026" })).toEqual({ slug: "zhu-ti-dang-ri-2026" });
  await addColumn(webmaster, own);
  expect(await suggestColumnSlug(webmaster, { name: "主题党日" })).toEqual({ slug: "zhu-ti-dang-ri-2" });
  expect(await reasonOf(suggestColumnSlug(staff.contributor, { name: "主题党日" }))).toBe("forbidden");
});
