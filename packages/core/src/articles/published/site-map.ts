import { withReader } from "@zhibu/db/scope";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import { findReaderSite, visibleColumnIds, type ReaderSite } from "../../tenancy/reader-site.ts";
import { ids } from "./listed-article.ts";

export type MappedArticle = { no: number; revisedAt: Date };

/** Below the 50,000 addresses a sitemap may hold, with room for the columns. */
const mappedMax = 49_000;

/** Every live article's number and last change, newest first; `null` when there is no such open site. */
export function siteMap(tenantId: TenantId): Promise<{ site: ReaderSite; items: readonly MappedArticle[] } | null> {
  return withReader(tenantId, async (tx) => {
    const site = await findReaderSite(tx, tenantId);
    if (site?.branch.state !== "open") return null;
    const items = await tx.$queryRaw<MappedArticle[]>`
      SELECT no, coalesce(revised_at, published_at) AS "revisedAt" FROM article
      WHERE tenant_id = ${tenantId}::uuid AND visibility = 'live' AND column_id = ANY (${ids(visibleColumnIds(site))})
      ORDER BY published_at DESC, id DESC LIMIT ${mappedMax}`;
    return { site, items };
  });
}
