import { Prisma } from "@zhibu/db/generated/client";
import type { TenantId } from "@zhibu/domain/kernel/ids";

/** What a list asks of somebody: a signature, another try, a result statement, or the handling of objections to it. */
export type PublicityDueReason = "publicitySign" | "publicityReturned" | "publicityState" | "objection";

/** The person, and in which of their branches they may do what; from the roles the database gave for this request. */
export type PublicityPart = {
  userId: string;
  signs: readonly TenantId[];
  prepares: readonly TenantId[];
  handles: readonly TenantId[];
};

const perReasonMax = 200;

/**
 * Everything about publicity that waits for one person over all their branches, as a part of the inbox's statement
 * (`DueRow`: `subjectId` is the list, `objections` how many of it are open where they are the matter). Four eyes: what they
 * prepared does not wait for their signature. A list whose statement an open objection holds waits for the objection alone.
 */
export function publicityDue({ userId, signs, prepares, handles }: PublicityPart): Prisma.Sql {
  return Prisma.sql`
    (SELECT 'publicitySign' AS reason, l.tenant_id AS "tenantId", l.id AS "subjectId", l.title, '' AS "columnName",
        l.submitted_at AS since, coalesce(u.display_name, '') AS "from", 0 AS objections
      FROM publicity_list l LEFT JOIN app_user u ON u.id = l.submitted_by_id
      WHERE l.tenant_id = ANY(${signs}::uuid[]) AND l.state IN ('in_review', 'running') AND l.submitted_at IS NOT NULL
        AND l.submitted_by_id <> ${userId}::uuid AND l.created_by_id <> ${userId}::uuid
      ORDER BY l.submitted_at LIMIT ${perReasonMax})
    UNION ALL
    (SELECT 'publicityReturned', l.tenant_id, l.id, l.title, '', r.at, r.actor_name, 0
      FROM publicity_list l
      CROSS JOIN LATERAL (SELECT e.at, e.actor_name FROM workflow_event e
        WHERE e.tenant_id = l.tenant_id AND e.subject_type = 'publicity' AND e.subject_id = l.id
          AND e.action IN ('return', 'returnCorrection') ORDER BY e.at DESC, e.id DESC LIMIT 1) r
      CROSS JOIN LATERAL (SELECT e.actor_id FROM workflow_event e
        WHERE e.tenant_id = l.tenant_id AND e.subject_type = 'publicity' AND e.subject_id = l.id
          AND e.action IN ('submit', 'submitCorrection') ORDER BY e.at DESC, e.id DESC LIMIT 1) s
      WHERE l.tenant_id = ANY(${prepares}::uuid[]) AND l.state IN ('returned', 'running') AND l.submitted_at IS NULL
        AND l.draft IS NOT NULL AND l.return_reason <> '' AND ${userId}::uuid IN (l.created_by_id, s.actor_id)
      ORDER BY r.at LIMIT ${perReasonMax})
    UNION ALL
    (SELECT 'publicityState', l.tenant_id, l.id, l.title, '', l.state_since, '', 0
      FROM publicity_list l
      WHERE l.tenant_id = ANY(${signs}::uuid[]) AND l.state = 'ended' AND NOT EXISTS (
        SELECT FROM objection o WHERE o.tenant_id = l.tenant_id AND o.list_id = l.id
          AND o.state IN ('received', 'accepted', 'investigated'))
      ORDER BY l.state_since LIMIT ${perReasonMax})
    UNION ALL
    (SELECT 'objection', l.tenant_id, l.id, l.title, '', o.since, '', o.open::int
      FROM (SELECT tenant_id, list_id, min(received_at) AS since, count(*) AS open FROM objection
        WHERE tenant_id = ANY(${handles}::uuid[]) AND state IN ('received', 'accepted', 'investigated')
        GROUP BY tenant_id, list_id ORDER BY since LIMIT ${perReasonMax}) o
      JOIN publicity_list l ON l.tenant_id = o.tenant_id AND l.id = o.list_id)`;
}
