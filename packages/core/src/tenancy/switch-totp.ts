import { withOffice } from "@zhibu/db/scope";
import { AppError } from "@zhibu/domain/kernel/app-error";
import type { SwitchTotpInput } from "@zhibu/domain/tenancy/college-inputs";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import { auditOffice } from "../audit/audit-college.ts";
import type { OfficeContext } from "../kernel/context.ts";

/**
 * Switches on or off that the office and everybody who approves need a second factor; it holds from each person's next
 * request. Who has none themself can't switch it on: they would lock themself out.
 * @throws AppError CONFLICT when the settings changed meanwhile, or the person has no authenticator
 */
export async function switchTotp(ctx: OfficeContext, input: SwitchTotpInput): Promise<{ version: number }> {
  assertCanInCollege(ctx.actor.roles, "college:configure");
  const { required, version } = input;
  return withOffice(async (tx) => {
    const own = await tx.secondFactor.findUnique({ where: { userId: ctx.actor.userId } });
    if (required && !own?.confirmedAt) throw new AppError("CONFLICT", "totp.ownFirst");
    const college = await tx.college.findFirstOrThrow({ select: { id: true, totpRequired: true } });
    const { count } = await tx.college.updateMany({
      where: { id: college.id, version },
      data: { totpRequired: required, version: version + 1 },
    });
    if (count !== 1) throw new AppError("CONFLICT", "changedMeanwhile");
    const changes = { before: college.totpRequired, after: required };
    await auditOffice(tx, ctx, "college.switchTotp", { type: "college", id: college.id }, changes);
    return { version: version + 1 };
  });
}
