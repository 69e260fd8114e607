import { Prisma } from "@zhibu/db/generated/client";
import type { Tx } from "@zhibu/db/scope";
import type { ColumnModule } from "@zhibu/domain/columns/module-names";
import { newestFirst, originals } from "./listed-article.ts";

/** An article picked for a list over all branches, before its words are read. */
export type PickedArticle = { module: ColumnModule; tenantId: string; id: string };

/**
 * The newest `limit` articles of each module over all open branches, newest first within the module.
 *
 * The newest of the college, whatever their module, are walked first: that window holds enough of the common modules.
 * Only for a module it does not fill are the module's columns asked one by one.
 */
export async function newestOfModules(
  tx: Tx,
  modules: readonly ColumnModule[],
  limit: number,
): Promise<Map<ColumnModule, PickedArticle[]>> {
  const near = Map.groupBy(await pick(tx, recentArticles(limit), modules, limit), (row) => row.module);
  const wanting = modules.filter((module) => (near.get(module)?.length ?? 0) < limit);
  if (wanting.length === 0) return near;
  const far = Map.groupBy(await pick(tx, articlesOfColumns(wanting, limit), wanting, limit), (row) => row.module);
  return new Map([...near, ...far]);
}

/** Of candidates (`tenant_id, id, column_id, published_at`), the newest of each module that stand in columns readers see. */
function pick(
  tx: Tx,
  candidates: Prisma.Sql,
  modules: readonly ColumnModule[],
  limit: number,
): Promise<PickedArticle[]> {
  return tx.$queryRaw<PickedArticle[]>`
    WITH candidate AS MATERIALIZED (${candidates})
    SELECT module, tenant_id AS "tenantId", id FROM (
      SELECT c.module, a.tenant_id, a.id, row_number() OVER (PARTITION BY c.module ORDER BY a.published_at DESC, a.id DESC) AS rank
      FROM candidate a
      JOIN branch b ON b.id = a.tenant_id AND b.state = 'open'
      JOIN site_column c ON c.tenant_id = a.tenant_id AND c.id = a.column_id
      LEFT JOIN site_column p ON p.tenant_id = c.tenant_id AND p.id = c.parent_id
      WHERE c.module = ANY (${modules}::column_module[]) AND NOT c.hidden AND (c.parent_id IS NULL OR NOT p.hidden)
    ) ranked
    WHERE rank <= ${limit}
    ORDER BY module, rank`;
}

function recentArticles(limit: number): Prisma.Sql {
  return Prisma.sql`
    SELECT tenant_id, id, column_id, published_at FROM article
    WHERE ${originals} ORDER BY ${newestFirst} LIMIT ${120 + limit * 8}`;
}

function articlesOfColumns(modules: readonly ColumnModule[], limit: number): Prisma.Sql {
  return Prisma.sql`
    SELECT a.tenant_id, a.id, a.column_id, a.published_at
    FROM site_column s
    CROSS JOIN LATERAL (
      SELECT tenant_id, id, column_id, published_at FROM article
      WHERE tenant_id = s.tenant_id AND column_id = s.id AND ${originals}
      ORDER BY ${newestFirst} LIMIT ${limit}
    ) a
    WHERE s.module = ANY (${modules}::column_module[]) AND NOT s.hidden`;
}
