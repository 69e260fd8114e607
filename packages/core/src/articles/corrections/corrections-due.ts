import { Prisma } from "@zhibu/db/generated/client";

/**
 * Articles of the branches with open corrections, longest waiting first, as a part of the inbox's statement (`DueRow`):
 * one line each in the inbox of whoever handles them.
 */
export function correctionsDue(tenantIds: readonly string[], limit: number): Prisma.Sql {
  return Prisma.sql`
    (SELECT 'correction' AS reason, t.tenant_id AS "tenantId", t.article_id AS "subjectId", a.title, c.name AS "columnName",
        t.created_at AS since, t.cause_name AS "from", 0 AS objections
      FROM (SELECT DISTINCT ON (tenant_id, article_id) tenant_id, article_id, created_at, cause_name FROM correction_task
        WHERE tenant_id = ANY(${tenantIds}::uuid[]) AND state = 'open' ORDER BY tenant_id, article_id, created_at, id) t
      JOIN article a ON a.tenant_id = t.tenant_id AND a.id = t.article_id
      JOIN site_column c ON c.tenant_id = a.tenant_id AND c.id = a.column_id
      ORDER BY t.created_at LIMIT ${limit})`;
}
