import { withOffice, type Tx } from "@zhibu/db/scope";
import { addDays } from "@zhibu/domain/kernel/calendar-day";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { endingSoonDays } from "@zhibu/domain/tenancy/people-filters";
import type { Role } from "@zhibu/domain/tenancy/roles";
import { defineJob, type WorkQueue } from "../../kernel/queue.ts";
import { notify } from "../../notifications/notify.ts";
import { whoCanInCollege } from "../../notifications/who-can.ts";

/** Runs every morning; what it tells is told once, however often it runs. */
export const warnOfEndingTermsJob = defineJob<Record<string, never>>("tenancy.warnOfEndingTerms");

type EndingTerm = { id: string; userId: string; displayName: string; tenantId: string | null; role: Role; day: string };

/** Tells people whose term ends within 30 days, and the office, so that it appoints or hands over in time. */
export async function warnOfEndingTerms(now: Date): Promise<number> {
  const today = shanghaiDay(now);
  return withOffice(async (tx) => {
    const terms = await endingTerms(tx, today);
    if (terms.length === 0) return 0;
    const office = await whoCanInCollege(tx, "person:manage", today);
    for (const term of terms) await warnOf(tx, term, office, now);
    return terms.length;
  });
}

/** A term that is followed by another of the same role needs nobody's attention. */
function endingTerms(tx: Tx, today: string): Promise<EndingTerm[]> {
  return tx.$queryRaw<EndingTerm[]>`
    WITH post AS (
      SELECT id, user_id, tenant_id, role::text AS role, starts_on, ends_on FROM branch_role
      WHERE tenant_id NOT IN (SELECT id FROM branch WHERE state = 'archived')
      UNION ALL SELECT id, user_id, NULL, role::text, starts_on, ends_on FROM college_role)
    SELECT p.id, u.id AS "userId", u.display_name AS "displayName", p.tenant_id AS "tenantId", p.role, p.ends_on::text AS day
    FROM post p JOIN app_user u ON u.id = p.user_id AND u.disabled_at IS NULL
    WHERE p.starts_on <= ${today}::date AND p.ends_on BETWEEN ${today}::date AND ${addDays(today, endingSoonDays)}::date
      AND NOT EXISTS (SELECT FROM post n WHERE n.user_id = p.user_id AND n.role = p.role
        AND n.tenant_id IS NOT DISTINCT FROM p.tenant_id AND n.starts_on > p.starts_on AND n.starts_on <= p.ends_on + 1)`;
}

async function warnOf(tx: Tx, term: EndingTerm, office: readonly string[], now: Date): Promise<void> {
  const { id, userId, displayName, tenantId, role, day } = term;
  const about = { branchId: tenantId, occasion: `role.ending:${id}:${day}`, now };
  await notify(tx, {
    ...about,
    userIds: [userId],
    kind: "role.ending",
    params: { role, day },
    path: tenantId === null ? "/account" : "/:branch/people",
  });
  await notify(tx, {
    ...about,
    userIds: office.filter((officer) => officer !== userId),
    kind: "person.roleEnding",
    params: { person: displayName, role, day },
    path: `/office/people/${userId}`,
  });
}

export async function workPeopleJobs(queue: WorkQueue, now: () => Date): Promise<void> {
  await queue.work(warnOfEndingTermsJob, async () => {
    await warnOfEndingTerms(now());
  });
  await queue.every(warnOfEndingTermsJob, "30 7 * * *");
}
