import { withTenant } from "@zhibu/db/scope";
import { abilitiesOf, assertCan } from "@zhibu/domain/tenancy/permissions";
import type { BranchContext } from "../kernel/context.ts";

/** The branch by name and address, and what the person may do in it. */
export async function getBranchOverview(ctx: BranchContext) {
  assertCan(ctx.actor.roles, "branch:read");
  const branch = await withTenant(ctx.tenantId, (tx) =>
    tx.branch.findUniqueOrThrow({
      where: { id: ctx.tenantId },
      select: { slug: true, name: true, shortName: true, customDomain: true, state: true },
    }),
  );
  return { branch, abilities: abilitiesOf(ctx.actor.roles) };
}
