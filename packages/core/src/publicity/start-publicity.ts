import { withTenant, type Tx } from "@zhibu/db/scope";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import type { BranchContext } from "../kernel/context.ts";
import { optionalDayOf } from "../kernel/day-of.ts";
import { whoCan } from "../notifications/who-can.ts";
import { clockFor, lockList } from "./clock-context.ts";
import { getPublicityList, templateOf, type PublicityRow } from "./get-publicity-list.ts";
import { movePublicity, type MovedPublicity } from "./move-publicity.ts";
import { nothingInWork } from "./nothing-in-work.ts";
import { periodChanges, periodData, periodFor, showText } from "./show-text.ts";
import { tellOfPublicity } from "./tell-of-publicity.ts";

/**
 * Puts a signed list before readers from this instant on. One that begins later than planned (the server was down)
 * still gets its whole period: a last day that has become too early gives way to the shortest period's.
 */
export async function startSigned(
  tx: Tx,
  ctx: BranchContext,
  list: PublicityRow & { textId: string },
): Promise<MovedPublicity> {
  const template = await templateOf(tx, list);
  const startsAt = ctx.now();
  const shortest = await periodFor(tx, { startsAt, lastDay: null, template });
  const wished = optionalDayOf(list.lastDay);
  const period =
    wished !== null && wished > shortest.lastDay
      ? await periodFor(tx, { startsAt, lastDay: wished, template })
      : shortest;
  const moved = await movePublicity(tx, ctx, list, {
    action: "start",
    data: { ...periodData(period), ...nothingInWork },
    changes: periodChanges(period),
  });
  await tellOfPublicity(tx, ctx, list, {
    kind: "publicity.started",
    userIds: await whoCan(tx, ctx.tenantId, "publicity:prepare", shanghaiDay(startsAt)),
    params: { title: list.title, day: period.lastDay },
  });
  await showText(tx, ctx, { publicityId: list.id, textId: list.textId, period, removal: false });
  return moved;
}

/**
 * Begins a planned list that is due. Safe to run any number of times and on any number of instances: the row is locked,
 * and what is not signed or not due is left alone. Returns whether it began.
 */
export async function startPublicity(tenantId: TenantId, publicityId: string, now: () => Date): Promise<boolean> {
  return withTenant(tenantId, async (tx) => {
    await lockList(tx, tenantId, publicityId);
    const ctx = await clockFor(tx, tenantId, publicityId, now);
    const list = ctx && (await getPublicityList(tx, ctx, publicityId));
    if (!ctx || list?.state !== "signed" || list.plannedStartAt === null || list.plannedStartAt > now()) return false;
    const branch = await tx.branch.findUniqueOrThrow({ where: { id: tenantId }, select: { state: true } });
    // A closed site shows nobody anything: the period begins when the site is open again.
    if (branch.state !== "open" || list.textId === null) return false;
    await startSigned(tx, ctx, { ...list, textId: list.textId });
    return true;
  });
}
