import { Prisma } from "@zhibu/db/generated/client";

/** Offers of the office the branches have not answered, longest waiting first, as a part of the inbox's statement (`DueRow`). */
export function offersDue(tenantIds: readonly string[], limit: number): Prisma.Sql {
  return Prisma.sql`
    (SELECT 'offer' AS reason, c.tenant_id AS "tenantId", p.id AS "subjectId", p.title, '' AS "columnName",
        c.changed_at AS since, p.created_by_name AS "from", 0 AS objections
      FROM push_copy c JOIN push p ON p.id = c.push_id AND p.mode = 'optional' AND p.state = 'active'
      WHERE c.tenant_id = ANY(${tenantIds}::uuid[]) AND c.state = 'waiting'
      ORDER BY c.changed_at, c.id LIMIT ${limit})`;
}
