import { Prisma } from "@zhibu/db/generated/client";
import { withReader, type Tx } from "@zhibu/db/scope";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import { type ListedPublicity, shownPublicity } from "../../publicity/published/shown-publicity.ts";
import {
  findReaderSite,
  sectionColumnIds,
  visibleColumnIds,
  type ReaderSection,
  type ReaderSite,
} from "../../tenancy/reader-site.ts";
import { ids, newestFirst, newestOfColumns, type ListedArticle, type PicturedArticle } from "./listed-article.ts";
import { picturedRows } from "./pictured-rows.ts";

export type SiteHome = {
  site: ReaderSite;
  /** What the branch pinned, newest pin first. */
  pinned: readonly ListedArticle[];
  /** News with a cover picture; pinned ones first. */
  pictures: readonly PicturedArticle[];
  notices: readonly ListedArticle[];
  /** What is publicised now (公示), the newest first. */
  publicity: readonly ListedPublicity[];
  sections: readonly { section: ReaderSection; items: readonly ListedArticle[] }[];
};

/** Columns whose items are notices: elections, awards and member development (opinions III(2)). */
const noticeKeys: readonly (string | null)[] = [
  "organisation.elections",
  "organisation.awards",
  "organisation.development",
];
/** A column of the branch's own under this slug takes the notices' place. */
const noticeSlug = "notices";

const itemsPerList = 8;
const publicityMax = 5;
const pinnedMax = 3;
const picturesMax = 5;
/** How far back a picture is looked for, in articles. */
const pictureWindow = 60;

/** Everything on a branch's home page, in five statements; `null` for an unknown branch. */
export function siteHome(tenantId: TenantId): Promise<SiteHome | null> {
  return withReader(tenantId, async (tx) => {
    const site = await findReaderSite(tx, tenantId);
    if (!site) return null;
    const lists = await newestByGroup(tx, tenantId, groupsOf(site));
    const visible = visibleColumnIds(site);
    return {
      site,
      pinned: await pinnedRows(tx, tenantId, visible),
      pictures: await picturedRows(tx, pictureCandidates(tenantId, visible), picturesMax),
      notices: lists.get(noticeSlug) ?? [],
      publicity: await shownPublicity(tx, tenantId, publicityMax, true),
      sections: site.sections.map((section) => ({ section, items: lists.get(section.id) ?? [] })),
    };
  });
}

type Group = { key: string; columnIds: readonly string[] };

function groupsOf(site: ReaderSite): Group[] {
  const columns = site.sections.flatMap((section) => [section, ...section.children]);
  const own = columns.filter((column) => column.slug === noticeSlug);
  const notices = own.length > 0 ? own : columns.filter((column) => noticeKeys.includes(column.baselineKey));
  return [
    { key: noticeSlug, columnIds: notices.map((column) => column.id) },
    ...site.sections.map((section) => ({ key: section.id, columnIds: sectionColumnIds(section) })),
  ];
}

/** The newest items of several groups of columns at once. */
async function newestByGroup(
  tx: Tx,
  tenantId: TenantId,
  groups: readonly Group[],
): Promise<Map<string, ListedArticle[]>> {
  const members = groups.flatMap(({ key, columnIds }) => columnIds.map((columnId) => ({ key, columnId })));
  const rows = await tx.$queryRaw<(ListedArticle & { key: string })[]>`
    WITH newest AS (${newestOfColumns(tenantId, [...new Set(members.map((member) => member.columnId))], itemsPerList)}),
    ranked AS MATERIALIZED (
      SELECT g.key, n.tenant_id, n.id, row_number() OVER (PARTITION BY g.key ORDER BY n.published_at DESC, n.id DESC) AS rank
      FROM unnest(${members.map((member) => member.key)}::text[], ${ids(members.map((member) => member.columnId))}) AS g (key, column_id)
      JOIN newest n ON n.column_id = g.column_id
    )
    SELECT k.key, a.no, r.title, a.column_id AS "columnId", a.published_at AS "publishedAt", a.pinned_at IS NOT NULL AS pinned
    FROM ranked k
    JOIN article a ON a.tenant_id = k.tenant_id AND a.id = k.id
    JOIN revision r ON r.tenant_id = a.tenant_id AND r.id = a.live_revision_id
    WHERE k.rank <= ${itemsPerList}
    ORDER BY k.key, k.rank`;
  return Map.groupBy(rows, (row) => row.key);
}

function pinnedRows(tx: Tx, tenantId: TenantId, columnIds: readonly string[]): Promise<ListedArticle[]> {
  return tx.$queryRaw<ListedArticle[]>`
    SELECT a.no, r.title, a.column_id AS "columnId", a.published_at AS "publishedAt", true AS pinned
    FROM article a JOIN revision r ON r.tenant_id = a.tenant_id AND r.id = a.live_revision_id
    WHERE a.tenant_id = ${tenantId}::uuid AND a.visibility = 'live' AND a.pinned_at IS NOT NULL AND a.column_id = ANY (${ids(columnIds)})
    ORDER BY a.pinned_at DESC LIMIT ${pinnedMax}`;
}

function pictureCandidates(tenantId: TenantId, columnIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT tenant_id, id, true AS pinned FROM article
    WHERE tenant_id = ${tenantId}::uuid AND visibility = 'live' AND pinned_at IS NOT NULL AND column_id = ANY (${ids(columnIds)})
    UNION ALL
    SELECT tenant_id, id, false FROM (
      SELECT tenant_id, id, column_id FROM article WHERE tenant_id = ${tenantId}::uuid AND visibility = 'live'
      ORDER BY ${newestFirst} LIMIT ${pictureWindow}
    ) recent WHERE column_id = ANY (${ids(columnIds)})`;
}
