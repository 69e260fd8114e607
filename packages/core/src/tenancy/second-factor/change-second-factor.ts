import { withOffice } from "@zhibu/db/scope";
import { AppError } from "@zhibu/domain/kernel/app-error";
import type { ProofInput } from "@zhibu/domain/tenancy/second-factor";
import { auditCollege } from "../../audit/audit-college.ts";
import { confirmPassword, forgetProofs } from "../confirm-password.ts";
import type { PersonContext } from "../person-context.ts";
import { checkSecondFactor } from "./check-second-factor.ts";
import { replaceRecoveryCodes } from "./recovery-codes.ts";

/** Password (of those who have one) and code: who finds a session open has neither. @throws AppError INVALID, RATE_LIMITED */
async function prove({ actor, now }: PersonContext, { password, code }: ProofInput): Promise<void> {
  const { userId } = actor;
  await confirmPassword(userId, password);
  if (!(await checkSecondFactor(userId, code, now()))) throw new AppError("INVALID", "totp.wrongCode");
  await forgetProofs(userId);
}

/**
 * Takes the authenticator away, with a code of it or a recovery code; another can be set up then. Where the person's
 * role demands one, they can do nothing else before.
 */
export async function removeTotp(ctx: PersonContext, input: ProofInput): Promise<void> {
  const { userId } = ctx.actor;
  await prove(ctx, input);
  await withOffice(async (tx) => {
    await tx.secondFactor.deleteMany({ where: { userId } });
    await tx.recoveryCode.deleteMany({ where: { userId } });
    await auditCollege(tx, { type: "user", id: userId }, { actor: ctx.actor, at: ctx.now(), action: "totp.remove" });
  });
}

/** Replaces the recovery codes, used or not; the new ones are shown this once. */
export async function renewRecoveryCodes(ctx: PersonContext, input: ProofInput): Promise<{ recoveryCodes: string[] }> {
  const { userId } = ctx.actor;
  await prove(ctx, input);
  return withOffice(async (tx) => {
    const recoveryCodes = await replaceRecoveryCodes(tx, userId);
    const deed = { actor: ctx.actor, at: ctx.now(), action: "totp.renewRecoveryCodes" };
    await auditCollege(tx, { type: "user", id: userId }, deed);
    return { recoveryCodes };
  });
}
