import { type Tx, withReader } from "@zhibu/db/scope";
import type { ReaderCollege } from "../../tenancy/reader-site.ts";
import { findReaderCollege } from "./list-branches.ts";
import { pageSize, portalPagesMax } from "./paging.ts";
import type { ArticleHome } from "./portal-article.ts";

export type FeaturedArticle = {
  no: number;
  title: string;
  summary: string;
  publishedAt: Date;
  featuredAt: Date;
  branch: ArticleHome;
};

export type ExperiencePage = {
  college: ReaderCollege;
  page: number;
  hasNext: boolean;
  items: readonly FeaturedArticle[];
};

/**
 * What the office features (经验交流), the newest choice first. Picked by the list of what is featured, so that
 * its cost does not grow with the college's articles.
 */
export function featuredRows(tx: Tx, limit: number, offset = 0): Promise<FeaturedArticle[]> {
  return tx.$queryRaw<FeaturedArticle[]>`
    SELECT a.no, r.title, coalesce(nullif(r.summary, ''), left(r.body_text, 120)) AS summary,
      a.published_at AS "publishedAt", n.featured_at AS "featuredAt",
      jsonb_build_object('slug', b.slug, 'customDomain', b.custom_domain, 'name', b.name, 'shortName', b.short_name) AS branch
    FROM nomination n
    JOIN article a ON a.tenant_id = n.tenant_id AND a.id = n.article_id AND a.visibility = 'live'
    JOIN revision r ON r.tenant_id = a.tenant_id AND r.id = a.live_revision_id
    JOIN branch b ON b.id = a.tenant_id AND b.state = 'open'
    WHERE n.featured_at IS NOT NULL
    ORDER BY n.featured_at DESC, n.tenant_id, n.article_id
    LIMIT ${limit} OFFSET ${offset}`;
}

/** A page of everything featured; `null` when that page does not exist. */
export function experiencePage(page: number): Promise<ExperiencePage | null> {
  return withReader(null, async (tx) => {
    const college = await findReaderCollege(tx);
    if (!college || page > portalPagesMax) return null;
    const rows = await featuredRows(tx, pageSize + 1, (page - 1) * pageSize);
    if (rows.length === 0 && page > 1) return null;
    return {
      college,
      page,
      hasNext: rows.length > pageSize && page < portalPagesMax,
      items: rows.slice(0, pageSize),
    };
  });
}
