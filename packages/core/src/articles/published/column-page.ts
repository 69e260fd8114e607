import { Prisma } from "@zhibu/db/generated/client";
import { withReader, type Tx } from "@zhibu/db/scope";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import {
  findColumnPlace,
  findReaderSite,
  sectionColumnIds,
  type ColumnPlace,
  type ReaderColumn,
  type ReaderSite,
} from "../../tenancy/reader-site.ts";
import { ids, listedRows, newestOfColumns, type ListedArticle } from "./listed-article.ts";
import { pageCount, pageSize, pagesMax } from "./paging.ts";

export type ColumnPage = {
  site: ReaderSite;
  place: ColumnPlace;
  page: number;
  pages: number;
  total: number;
  items: readonly ListedArticle[];
  /** The newest of each sub-column, on the first page of a module. */
  previews: readonly { column: ReaderColumn; items: readonly ListedArticle[] }[];
};

const previewItems = 4;
const pinnedMax = 5;

/** A page of a column, pinned items first; `null` when the branch, the column or the page does not exist. */
export function columnPage(tenantId: TenantId, slug: string, page: number): Promise<ColumnPage | null> {
  return withReader(tenantId, async (tx) => {
    const site = await findReaderSite(tx, tenantId);
    const place = site && findColumnPlace(site, (column) => column.slug === slug);
    if (!site || !place) return null;
    const columnIds = place.child ? [place.child.id] : sectionColumnIds(place.section);
    const total = await countLive(tx, tenantId, columnIds);
    const pages = pageCount(total);
    if (page > pages) return null;
    const items = await listedRows(tx, pageOfColumns(tenantId, columnIds, (page - 1) * pageSize));
    const hasPreviews = !place.child && page === 1 && place.section.children.length > 0;
    const previews = hasPreviews ? await newestByColumn(tx, tenantId, place.section.children) : [];
    return { site, place, page, pages, total, items: pinnedFirst(items, page), previews };
  });
}

/** Counting stops where numbered pages end. */
async function countLive(tx: Tx, tenantId: TenantId, columnIds: readonly string[]): Promise<number> {
  const [row] = await tx.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM (
      SELECT FROM article WHERE tenant_id = ${tenantId}::uuid AND column_id = ANY (${ids(columnIds)}) AND visibility = 'live'
      LIMIT ${pagesMax * pageSize}
    ) live`;
  return row?.total ?? 0;
}

/** One page of ids: the pinned first, then the newest of the columns merged. */
function pageOfColumns(tenantId: TenantId, columnIds: readonly string[], offset: number): Prisma.Sql {
  return Prisma.sql`
    WITH pinned AS MATERIALIZED (
      SELECT tenant_id, id, published_at FROM article
      WHERE tenant_id = ${tenantId}::uuid AND visibility = 'live' AND pinned_at IS NOT NULL AND column_id = ANY (${ids(columnIds)})
      ORDER BY pinned_at DESC LIMIT ${pinnedMax}
    )
    SELECT tenant_id, id FROM (
      SELECT tenant_id, id, published_at, 0 AS rank FROM pinned
      UNION ALL
      SELECT tenant_id, id, published_at, 1 FROM (${newestOfColumns(tenantId, columnIds, offset + pageSize)}) n
      WHERE NOT EXISTS (SELECT FROM pinned p WHERE p.id = n.id)
    ) merged
    ORDER BY rank, published_at DESC, id DESC OFFSET ${offset} LIMIT ${pageSize}`;
}

function pinnedFirst(items: readonly ListedArticle[], page: number): readonly ListedArticle[] {
  return page === 1 ? items.toSorted((a, b) => Number(b.pinned) - Number(a.pinned)) : items;
}

async function newestByColumn(
  tx: Tx,
  tenantId: TenantId,
  columns: readonly ReaderColumn[],
): Promise<ColumnPage["previews"]> {
  const columnIds = columns.map((column) => column.id);
  const rows = await listedRows(tx, newestOfColumns(tenantId, columnIds, previewItems));
  const byColumn = Map.groupBy(rows, (row) => row.columnId);
  return columns.map((column) => ({ column, items: byColumn.get(column.id) ?? [] }));
}
