import { withOffice } from "@zhibu/db/scope";
import { AppError } from "@zhibu/domain/kernel/app-error";
import type { ChangePasswordInput } from "@zhibu/domain/tenancy/account-inputs";
import { assertNewPassword } from "@zhibu/domain/tenancy/passwords";
import { auditCollege } from "../audit/audit-college.ts";
import { confirmPassword, forgetProofs } from "./confirm-password.ts";
import { endOtherSessions } from "./end-sessions.ts";
import { hashPassword } from "./password-hash.ts";
import type { PersonContext } from "./person-context.ts";

/**
 * Replaces the person's password and ends all their other sessions; the present one goes on under the returned id.
 * @throws AppError CONFLICT when the password changed elsewhere meanwhile
 */
export async function changePassword(
  ctx: PersonContext,
  input: ChangePasswordInput,
): Promise<{ sessionId: string | null }> {
  const { userId, sessionId, loginName } = ctx.actor;
  const oldHash = await confirmPassword(userId, input.currentPassword);
  if (oldHash === null) throw new AppError("CONFLICT", "password.none");
  await forgetProofs(userId);
  assertNewPassword({ ...input, loginName });
  const passwordHash = await hashPassword(input.newPassword);

  const now = ctx.now();
  return withOffice(async (tx) => {
    const { count } = await tx.credential.updateMany({
      where: { userId, passwordHash: oldHash },
      data: { passwordHash, mustChangePassword: false, changedAt: now },
    });
    if (count !== 1) throw new AppError("CONFLICT", "changedMeanwhile");
    const kept = await endOtherSessions(tx, { userId, sessionId }, now);
    await auditCollege(tx, { type: "user", id: userId }, { actor: ctx.actor, at: now, action: "password.change" });
    return { sessionId: kept };
  });
}
