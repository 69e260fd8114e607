import type { Tx } from "@zhibu/db/scope";
import { bumpSites } from "../kernel/bump-site-version.ts";

/** Tells the sites whose readers see the fact, and the portal. The office's scope. */
export async function tellSitesOfFact(tx: Tx, factId: string): Promise<void> {
  const sites = await sitesShowing(tx, factId);
  if (sites === null || sites.length > 0) await bumpSites(tx, sites, { removal: false });
}

/** Ids of the sites with a live text that shows the fact; `null`, every site, when a page of the college does. */
export async function sitesShowing(tx: Tx, factId: string): Promise<readonly string[] | null> {
  const rows = await tx.$queryRaw<{ tenantId: string; isCollegePage: boolean }[]>`
    SELECT a.tenant_id AS "tenantId", bool_or(p.id IS NOT NULL) AS "isCollegePage"
    FROM fact_use u
    JOIN article a ON a.tenant_id = u.tenant_id AND a.live_revision_id = u.revision_id AND a.visibility = 'live'
    LEFT JOIN college_page p ON p.article_tenant_id = a.tenant_id AND p.article_id = a.id AND NOT p.hidden
    WHERE u.fact_id = ${factId}::uuid
    GROUP BY a.tenant_id`;
  return rows.some(({ isCollegePage }) => isCollegePage) ? null : rows.map(({ tenantId }) => tenantId);
}
