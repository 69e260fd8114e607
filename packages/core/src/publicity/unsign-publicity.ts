import { withTenant } from "@zhibu/db/scope";
import type { PublicityReasonInput } from "@zhibu/domain/publicity/publicity-inputs";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import type { BranchContext } from "../kernel/context.ts";
import { getPublicityListAt } from "./get-publicity-list.ts";
import { movePublicity, type MovedPublicity } from "./move-publicity.ts";

/** The secretary takes the signature back before a planned list begins: it is a draft again, the signed text stays on record. */
export async function unsignPublicity(ctx: BranchContext, input: PublicityReasonInput): Promise<MovedPublicity> {
  assertCan(ctx.actor.roles, "publicity:sign");
  return withTenant(ctx.tenantId, async (tx) => {
    const list = await getPublicityListAt(tx, ctx, input);
    return movePublicity(tx, ctx, list, {
      action: "unsign",
      reason: input.reason,
      data: {
        textId: null,
        plannedStartAt: null,
        lastDay: null,
        submittedById: null,
        submittedAt: null,
        returnReason: input.reason,
      },
    });
  });
}
