import { withTenant } from "@zhibu/db/scope";
import { AppError } from "@zhibu/domain/kernel/app-error";
import type { ExtendPublicityInput } from "@zhibu/domain/publicity/publicity-inputs";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import type { BranchContext } from "../kernel/context.ts";
import { dayOf } from "../kernel/day-of.ts";
import { getPublicityListAt, templateOf } from "./get-publicity-list.ts";
import { movePublicity, type MovedPublicity } from "./move-publicity.ts";
import { periodChanges, periodData, periodFor, showText } from "./show-text.ts";

/** The secretary lengthens a running list's period, with a reason; never the other way. */
export async function extendPublicity(ctx: BranchContext, input: ExtendPublicityInput): Promise<MovedPublicity> {
  assertCan(ctx.actor.roles, "publicity:sign");
  return withTenant(ctx.tenantId, async (tx) => {
    const list = await getPublicityListAt(tx, ctx, input);
    const { startsAt, lastDay, textId } = list;
    if (startsAt === null || lastDay === null || textId === null)
      throw new AppError("CONFLICT", "publicity.wrongState", { state: list.state, action: "extend" });
    if (input.lastDay <= dayOf(lastDay))
      throw new AppError("INVALID", "publicity.notLater", { lastDay: dayOf(lastDay) });
    const template = await templateOf(tx, list);
    const period = await periodFor(tx, { startsAt, lastDay: input.lastDay, template });
    const moved = await movePublicity(tx, ctx, list, {
      action: "extend",
      reason: input.reason,
      data: periodData(period),
      changes: { before: dayOf(lastDay), ...periodChanges(period) },
    });
    await showText(tx, ctx, { publicityId: list.id, textId, period, removal: false });
    return moved;
  });
}
