import { withReader } from "@zhibu/db/scope";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import { findReaderSite, visibleColumnIds, type ReaderSite } from "../../tenancy/reader-site.ts";
import { newestFirst, newestOfColumns } from "./listed-article.ts";

export type FeedArticle = {
  no: number;
  title: string;
  summary: string;
  columnId: string;
  publishedAt: Date;
  revisedAt: Date;
};

const feedItemsMax = 30;

/** The newest articles of an open branch for its feed; `null` when there is no such site to subscribe to. */
export function siteFeed(tenantId: TenantId): Promise<{ site: ReaderSite; items: readonly FeedArticle[] } | null> {
  return withReader(tenantId, async (tx) => {
    const site = await findReaderSite(tx, tenantId);
    if (site?.branch.state !== "open") return null;
    // Picked by index alone: the texts of all others stay unread.
    const newest = newestOfColumns(tenantId, visibleColumnIds(site), feedItemsMax);
    const items = await tx.$queryRaw<FeedArticle[]>`
      WITH picked AS MATERIALIZED (SELECT tenant_id, id FROM (${newest}) n ORDER BY ${newestFirst} LIMIT ${feedItemsMax})
      SELECT a.no, r.title, coalesce(nullif(r.summary, ''), left(r.body_text, 200)) AS summary, a.column_id AS "columnId",
        a.published_at AS "publishedAt", coalesce(a.revised_at, a.published_at) AS "revisedAt"
      FROM picked p
      JOIN article a ON a.tenant_id = p.tenant_id AND a.id = p.id
      JOIN revision r ON r.tenant_id = a.tenant_id AND r.id = a.live_revision_id
      ORDER BY a.published_at DESC, a.id DESC`;
    return { site, items };
  });
}
