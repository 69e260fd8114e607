import { withTenant } from "@zhibu/db/scope";
import { assertCan, can } from "@zhibu/domain/tenancy/permissions";
import type { BranchContext } from "../kernel/context.ts";

/** What the branch says about itself on its site, with the version a change must name. */
export async function getBranchSettings(ctx: BranchContext) {
  assertCan(ctx.actor.roles, "branch:read");
  const settings = await withTenant(ctx.tenantId, (tx) =>
    tx.branch.findUniqueOrThrow({
      where: { id: ctx.tenantId },
      select: { intro: true, address: true, phone: true, email: true, icp: true, version: true, updatedAt: true },
    }),
  );
  return { settings, can: { configure: can(ctx.actor.roles, "branch:configure") } };
}
