import { withTenant, type Tx } from "@zhibu/db/scope";
import { endingSoonUntil } from "@zhibu/domain/publicity/publicity-reminders";
import type { PublicityTab } from "@zhibu/domain/publicity/publicity-tabs";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import type { BranchContext } from "../kernel/context.ts";
import { workingCalendar } from "./working-calendar.ts";

/** Lists in each tab, and how many objections make up the lists of `objected`. */
type PublicityCounts = Record<PublicityTab, number> & { openObjections: number };

/** How a branch's lists stand at `now`; two statements. */
async function countsOf(tx: Tx, tenantId: string, now: Date): Promise<PublicityCounts> {
  const soon = endingSoonUntil(now, await workingCalendar(tx));
  const [counts] = await tx.$queryRaw<PublicityCounts[]>`
    SELECT count(*)::int AS "all",
      count(*) FILTER (WHERE l.state IN ('draft', 'in_review', 'returned', 'signed'))::int AS "preparing",
      count(*) FILTER (WHERE l.state = 'running')::int AS "running",
      count(*) FILTER (WHERE l.state = 'running' AND l.ends_at <= ${soon})::int AS "endingSoon",
      count(*) FILTER (WHERE l.state = 'ended')::int AS "ended",
      count(o.open)::int AS "objected",
      count(*) FILTER (WHERE l.state IN ('stated', 'withdrawn'))::int AS "stated",
      coalesce(sum(o.open), 0)::int AS "openObjections"
    FROM publicity_list l LEFT JOIN (
      SELECT list_id, count(*) AS open FROM objection
      WHERE tenant_id = ${tenantId}::uuid AND state IN ('received', 'accepted', 'investigated') GROUP BY list_id) o ON o.list_id = l.id
    WHERE l.tenant_id = ${tenantId}::uuid`;
  if (!counts) throw new Error("a count without a row");
  return counts;
}

/** The numbers beside the tabs of the list screen. */
export async function countPublicity(ctx: BranchContext): Promise<PublicityCounts> {
  assertCan(ctx.actor.roles, "publicity:read");
  return withTenant(ctx.tenantId, (tx) => countsOf(tx, ctx.tenantId, ctx.now()));
}
