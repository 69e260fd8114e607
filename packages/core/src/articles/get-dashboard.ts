import { withTenant, type Tx } from "@zhibu/db/scope";
import { isPrompt, monthlyItemsDue, promptHours } from "@zhibu/domain/articles/revision-rules";
import { startOfShanghaiMonth } from "@zhibu/domain/kernel/shanghai-time";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import type { BranchContext } from "../kernel/context.ts";
import { listDashboardItems } from "./list-dashboard-items.ts";

/** Months shown beside the current one. */
const monthsShown = 6;

const itemsMax = 2_000;

/**
 * How the branch stands: items this month against those due (rubric 信息更新), the share within 48 hours (rubric 新闻动态),
 * and what waits for whom.
 */
export async function getDashboard(ctx: BranchContext) {
  assertCan(ctx.actor.roles, "branch:read");
  return withTenant(ctx.tenantId, async (tx) => {
    const now = ctx.now();
    const months = await recentMonths(tx, ctx, now);
    const current = months.at(-1) ?? { month: now, items: 0, prompt: 0, dated: 0 };
    const { recent, waiting } = await listDashboardItems(tx, ctx);
    return { monthlyItemsDue, promptHours, thisMonth: current, months, waiting, recent, now };
  });
}

type Month = { month: Date; items: number; prompt: number; dated: number };

function monthsBack(now: Date, count: number): Date {
  const start = startOfShanghaiMonth(now);
  const moved = new Date(start.getTime() + 8 * 3_600_000); // As Shanghai's wall clock in UTC fields.
  moved.setUTCMonth(moved.getUTCMonth() - count);
  return new Date(moved.getTime() - 8 * 3_600_000);
}

async function recentMonths(tx: Tx, ctx: BranchContext, now: Date): Promise<Month[]> {
  const published = await tx.$queryRaw<{ publishedAt: Date; eventAt: Date | null }[]>`
    SELECT a.published_at AS "publishedAt", a.event_at AS "eventAt" FROM article a
    JOIN site_column c ON c.tenant_id = a.tenant_id AND c.id = a.column_id AND c.module IN ('news', 'special')
    WHERE a.tenant_id = ${ctx.tenantId}::uuid AND a.visibility = 'live' AND a.published_at >= ${monthsBack(now, monthsShown - 1)}
    ORDER BY a.published_at DESC LIMIT ${itemsMax}`;
  return Array.from({ length: monthsShown }, (_, index) => {
    const month = monthsBack(now, monthsShown - 1 - index);
    const end = monthsBack(now, monthsShown - 2 - index);
    const items = published.filter(({ publishedAt }) => publishedAt >= month && publishedAt < end);
    const timed = items.map(({ publishedAt, eventAt }) => isPrompt(eventAt, publishedAt));
    return {
      month,
      items: items.length,
      prompt: timed.filter((prompt) => prompt === true).length,
      dated: timed.filter((prompt) => prompt !== null).length,
    };
  });
}
