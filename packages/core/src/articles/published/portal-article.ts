import type { Tx } from "@zhibu/db/scope";
import type { ColumnModule } from "@zhibu/domain/columns/module-names";
import { ids } from "./listed-article.ts";
import type { PickedArticle } from "./newest-of-modules.ts";

/** Where an article's address leads: the branch's own host. */
export type ArticleHome = { slug: string; customDomain: string | null; name: string; shortName: string };

export type PortalArticle = {
  module: ColumnModule;
  no: number;
  title: string;
  publishedAt: Date;
  revisedAt: Date;
  branch: ArticleHome;
};

/** The titles and branches of picked articles, newest first. */
export async function portalRows(tx: Tx, picked: readonly PickedArticle[]): Promise<PortalArticle[]> {
  if (picked.length === 0) return [];
  return tx.$queryRaw<PortalArticle[]>`
    WITH picked AS MATERIALIZED (
      SELECT * FROM unnest(
        ${picked.map((row) => row.module)}::column_module[], ${ids(picked.map((row) => row.tenantId))}, ${ids(picked.map((row) => row.id))}
      ) AS p (module, tenant_id, id)
    )
    SELECT p.module, a.no, r.title, a.published_at AS "publishedAt", coalesce(a.revised_at, a.published_at) AS "revisedAt",
      jsonb_build_object('slug', b.slug, 'customDomain', b.custom_domain, 'name', b.name, 'shortName', b.short_name) AS branch
    FROM picked p
    JOIN article a ON a.tenant_id = p.tenant_id AND a.id = p.id
    JOIN revision r ON r.tenant_id = a.tenant_id AND r.id = a.live_revision_id
    JOIN branch b ON b.id = a.tenant_id
    ORDER BY a.published_at DESC, a.id DESC`;
}
