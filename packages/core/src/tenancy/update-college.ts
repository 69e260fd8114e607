import { withOffice } from "@zhibu/db/scope";
import { AppError } from "@zhibu/domain/kernel/app-error";
import type { UpdateCollegeInput } from "@zhibu/domain/tenancy/college-inputs";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import { auditOffice } from "../audit/audit-college.ts";
import { bumpSites } from "../kernel/bump-site-version.ts";
import type { OfficeContext } from "../kernel/context.ts";

/**
 * Changes what every site says about the college: its names on top, and what stands at the foot of the portal.
 * Counts as a removal on all of them: a name or a number taken back must not be served stale.
 * @throws AppError CONFLICT when the settings changed meanwhile
 */
export async function updateCollege(ctx: OfficeContext, input: UpdateCollegeInput): Promise<{ version: number }> {
  assertCanInCollege(ctx.actor.roles, "college:configure");
  const { version, ...fields } = input;
  return withOffice(async (tx) => {
    const { id, ...from } = await tx.college.findFirstOrThrow({
      select: { id: true, name: true, shortName: true, address: true, phone: true, email: true, icp: true },
    });
    const { count } = await tx.college.updateMany({
      where: { id, version },
      data: { ...fields, version: version + 1 },
    });
    if (count !== 1) throw new AppError("CONFLICT", "changedMeanwhile");
    await auditOffice(tx, ctx, "college.configure", { type: "college", id }, { from, to: fields });
    await bumpSites(tx, null, { removal: true });
    return { version: version + 1 };
  });
}
