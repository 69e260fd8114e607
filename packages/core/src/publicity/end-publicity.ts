import { withTenant } from "@zhibu/db/scope";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { bumpSiteVersion } from "../kernel/bump-site-version.ts";
import { whoCan } from "../notifications/who-can.ts";
import { clockFor, lockList } from "./clock-context.ts";
import { draftStatement } from "./draft-statement.ts";
import { getPublicityList } from "./get-publicity-list.ts";
import { movePublicity } from "./move-publicity.ts";
import { nothingInWork } from "./nothing-in-work.ts";
import { tellOfPublicity } from "./tell-of-publicity.ts";

/**
 * Ends a running list whose period is over: its names leave every page, and the result statement is drafted.
 * Safe to run any number of times and on any number of instances: the row is locked, and what does not run or is not
 * over is left alone (an extension or a correction moved the end). Returns whether it ended.
 */
export async function endPublicity(tenantId: TenantId, publicityId: string, now: () => Date): Promise<boolean> {
  return withTenant(tenantId, async (tx) => {
    await lockList(tx, tenantId, publicityId);
    const ctx = await clockFor(tx, tenantId, publicityId, now);
    const list = ctx && (await getPublicityList(tx, ctx, publicityId));
    if (!ctx || list?.state !== "running" || list.endsAt === null || list.endsAt > now()) return false;
    const statement = await draftStatement(tx, list);
    await movePublicity(tx, ctx, list, {
      action: "end",
      // A correction that was being prepared comes too late.
      data: { ...nothingInWork, endedAt: now(), statement },
    });
    await tellOfPublicity(tx, ctx, list, {
      kind: "publicity.ended",
      userIds: await whoCan(tx, tenantId, "publicity:sign", shanghaiDay(now())),
      params: { title: list.title },
      byClock: true,
    });
    await bumpSiteVersion(tx, { removal: true });
    return true;
  });
}
