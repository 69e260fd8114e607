import { withTenant } from "@zhibu/db/scope";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import type { UpdateBranchSettingsInput } from "@zhibu/domain/tenancy/settings-inputs";
import { audit } from "../audit/audit.ts";
import { bumpSiteVersion } from "../kernel/bump-site-version.ts";
import type { BranchContext } from "../kernel/context.ts";

/**
 * Changes what the branch says about itself; its readers see it at once.
 * Counts as a removal: an address or a number taken back must not be served stale.
 */
export async function updateBranchSettings(
  ctx: BranchContext,
  input: UpdateBranchSettingsInput,
): Promise<{ version: number }> {
  assertCan(ctx.actor.roles, "branch:configure");
  const { version, intro, address, phone, email, icp } = input;
  const fields = { intro, address, phone, email, icp };
  return withTenant(ctx.tenantId, async (tx) => {
    const from = await tx.branch.findUniqueOrThrow({
      where: { id: ctx.tenantId },
      select: { intro: true, address: true, phone: true, email: true, icp: true },
    });
    const { count } = await tx.branch.updateMany({
      where: { id: ctx.tenantId, version },
      data: { ...fields, version: version + 1 },
    });
    if (count !== 1) throw new AppError("CONFLICT", "changedMeanwhile");
    await audit(tx, ctx, "branch.configure", { type: "branch", id: ctx.tenantId }, { from, to: fields });
    await bumpSiteVersion(tx, { removal: true });
    return { version: version + 1 };
  });
}
