import { withTenant } from "@zhibu/db/scope";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import type { PublicityReasonInput } from "@zhibu/domain/publicity/publicity-inputs";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import { bumpSiteVersion } from "../kernel/bump-site-version.ts";
import type { BranchContext } from "../kernel/context.ts";
import { whoCan } from "../notifications/who-can.ts";
import { getPublicityListAt } from "./get-publicity-list.ts";
import { movePublicity, type MovedPublicity } from "./move-publicity.ts";
import { nothingInWork } from "./nothing-in-work.ts";
import { tellOfPublicity } from "./tell-of-publicity.ts";

/** The secretary takes a running list down for good, with a reason: it was wrong and begins anew as another list. A stub remains. */
export async function withdrawPublicity(ctx: BranchContext, input: PublicityReasonInput): Promise<MovedPublicity> {
  assertCan(ctx.actor.roles, "publicity:sign");
  return withTenant(ctx.tenantId, async (tx) => {
    const list = await getPublicityListAt(tx, ctx, input);
    const moved = await movePublicity(tx, ctx, list, {
      action: "withdraw",
      reason: input.reason,
      data: { ...nothingInWork, withdrawnAt: ctx.now(), withdrawReason: input.reason },
    });
    if (list.textId !== null) {
      const id = list.textId;
      await tx.publicityText.update({
        where: { tenantId_id: { tenantId: ctx.tenantId, id } },
        data: { endsAt: ctx.now() },
      });
    }
    await tellOfPublicity(tx, ctx, list, {
      kind: "publicity.withdrawn",
      userIds: await whoCan(tx, ctx.tenantId, "publicity:prepare", shanghaiDay(ctx.now())),
      params: { title: list.title, actor: ctx.actor.displayName, reason: input.reason },
    });
    await bumpSiteVersion(tx, { removal: true });
    return moved;
  });
}
