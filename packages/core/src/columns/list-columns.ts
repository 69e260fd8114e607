import type { SiteColumn } from "@zhibu/db/generated/client";
import { withTenant, type Tx } from "@zhibu/db/scope";
import { flattenBaselineColumns } from "@zhibu/domain/columns/baseline-columns";
import { columnsMax } from "@zhibu/domain/columns/column-limits";
import { siblingsOf } from "@zhibu/domain/columns/column-tree";
import { freshnessOf, lastItemAt, type Freshness } from "@zhibu/domain/columns/freshness";
import { columnModules, type ColumnModule } from "@zhibu/domain/columns/module-names";
import { assertCan, can } from "@zhibu/domain/tenancy/permissions";
import type { BranchContext } from "../kernel/context.ts";

export type ColumnItem = {
  id: string;
  version: number;
  parentId: string | null;
  slug: string;
  name: string;
  module: ColumnModule;
  /** The name it has in the college's baseline; `null` for a column of the branch's own. */
  baselineName: string | null;
  hidden: boolean;
  cadenceDays: number | null;
  /** What readers see, sub-columns included. */
  liveCount: number;
  /** Everything that stands directly in it, drafts and archive included. */
  articleCount: number;
  lastItemAt: Date | null;
  /** Sub-columns count for their parent; `null` where readers see nothing anyway. */
  freshness: Freshness | null;
  can: { rename: boolean; hide: boolean; order: boolean; move: boolean; setCadence: boolean; delete: boolean };
};

export type ColumnSection = ColumnItem & { children: ColumnItem[] };
export type ColumnTree = { sections: ColumnSection[]; count: number; max: number; can: { add: boolean } };

/** The branch's tree as readers meet it, module by module, with what stands in each column and how fresh it is. */
export async function listColumns(ctx: BranchContext): Promise<ColumnTree> {
  assertCan(ctx.actor.roles, "branch:read");
  const { rows, stock } = await withTenant(ctx.tenantId, async (tx) => ({
    rows: await tx.siteColumn.findMany({ where: { tenantId: ctx.tenantId } }),
    stock: await countStock(tx, ctx),
  }));
  const manages = can(ctx.actor.roles, "column:manage");
  const view = { rows, stock, manages, now: ctx.now() };
  const sections = columnModules.flatMap((module) =>
    siblingsOf(rows, { parentId: null, module }).map((root) => ({
      ...columnItem(root, view),
      children: siblingsOf(rows, { parentId: root.id, module }).map((child) => columnItem(child, view, root)),
    })),
  );
  return { sections, count: rows.length, max: columnsMax, can: { add: manages && rows.length < columnsMax } };
}

type Stock = {
  columnId: string;
  live: number;
  total: number;
  lastPublishedAt: Date | null;
  lastRevisedAt: Date | null;
};
type View = { rows: readonly SiteColumn[]; stock: readonly Stock[]; manages: boolean; now: Date };

/** Column by column, so that each figure comes out of an index and no article is read. */
function countStock(tx: Tx, ctx: BranchContext): Promise<Stock[]> {
  return tx.$queryRaw<Stock[]>`
    SELECT c.id AS "columnId",
      (SELECT count(*)::int FROM article a WHERE a.tenant_id = c.tenant_id AND a.column_id = c.id) AS total,
      (SELECT count(*)::int FROM article a
        WHERE a.tenant_id = c.tenant_id AND a.column_id = c.id AND a.visibility = 'live') AS live,
      (SELECT a.published_at FROM article a WHERE a.tenant_id = c.tenant_id AND a.column_id = c.id AND a.visibility = 'live'
        ORDER BY a.published_at DESC, a.id DESC LIMIT 1) AS "lastPublishedAt",
      (SELECT coalesce(a.revised_at, a.published_at) FROM article a
        WHERE a.tenant_id = c.tenant_id AND a.column_id = c.id AND a.visibility = 'live'
        ORDER BY coalesce(a.revised_at, a.published_at) DESC LIMIT 1) AS "lastRevisedAt"
    FROM site_column c WHERE c.tenant_id = ${ctx.tenantId}::uuid`;
}

const baselineNames = new Map(flattenBaselineColumns().map((column) => [column.key, column.name]));

function columnItem(row: SiteColumn, { rows, stock, manages, now }: View, parent?: SiteColumn): ColumnItem {
  const childIds = rows.filter((each) => each.parentId === row.id && !each.hidden).map((each) => each.id);
  const seen = stock.filter((each) => each.columnId === row.id || childIds.includes(each.columnId));
  const newest = latest(seen.map((each) => lastItemAt(row.module, each)));
  const isOwn = row.baselineKey === null;
  const articleCount = stock.find((each) => each.columnId === row.id)?.total ?? 0;
  const isBare = articleCount === 0 && rows.every((each) => each.parentId !== row.id);
  const { id, version, parentId, slug, name, module, hidden, cadenceDays } = row;
  return {
    id,
    version,
    parentId,
    slug,
    name,
    module,
    baselineName: row.baselineKey === null ? null : (baselineNames.get(row.baselineKey) ?? row.name),
    hidden,
    cadenceDays,
    liveCount: seen.reduce((sum, each) => sum + each.live, 0),
    articleCount,
    lastItemAt: newest,
    freshness: hidden || parent?.hidden ? null : freshnessOf(cadenceDays, newest, now),
    can: {
      rename: manages,
      hide: manages,
      order: manages,
      move: manages && isOwn,
      setCadence: manages && isOwn,
      delete: manages && isOwn && isBare,
    },
  };
}

function latest(dates: readonly (Date | null)[]): Date | null {
  return dates.reduce<Date | null>(
    (newest, date) => (newest === null || (date !== null && date > newest) ? date : newest),
    null,
  );
}
