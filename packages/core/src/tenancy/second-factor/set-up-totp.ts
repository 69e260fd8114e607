import { withOffice } from "@zhibu/db/scope";
import { AppError } from "@zhibu/domain/kernel/app-error";
import {
  type ConfirmTotpInput,
  isTotpCode,
  normaliseCode,
  type StartTotpInput,
} from "@zhibu/domain/tenancy/second-factor";
import { auditCollege } from "../../audit/audit-college.ts";
import { confirmPassword, countProof, forgetProofs } from "../confirm-password.ts";
import { endOtherSessions } from "../end-sessions.ts";
import { findCollegeName } from "../find-college-name.ts";
import type { PersonContext } from "../person-context.ts";
import { useTotpCode } from "./check-second-factor.ts";
import { replaceRecoveryCodes } from "./recovery-codes.ts";
import { newTotpSecret, sealTotpSecret, totpUri } from "./totp-secret.ts";

/**
 * Begins to set up an authenticator, in place of one begun before; nothing counts until `confirmTotp`.
 * @throws AppError CONFLICT where one is set up already: it is removed first, with one of its codes
 */
export async function startTotp(ctx: PersonContext, input: StartTotpInput): Promise<{ uri: string; secret: string }> {
  const { userId, loginName } = ctx.actor;
  await confirmPassword(userId, input.password);
  await forgetProofs(userId);
  const secret = newTotpSecret();
  const sealed = sealTotpSecret(userId, secret);
  await withOffice(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO second_factor (user_id, secret, created_at) VALUES (${userId}::uuid, ${sealed}, ${ctx.now()})
      ON CONFLICT (user_id) DO UPDATE SET secret = excluded.secret, created_at = excluded.created_at, last_step = 0
      WHERE second_factor.confirmed_at IS NULL`;
    const factor = await tx.secondFactor.findUniqueOrThrow({ where: { userId } });
    if (factor.confirmedAt) throw new AppError("CONFLICT", "totp.already");
  });
  const issuer = (await findCollegeName()) ?? "";
  return { uri: totpUri(secret, loginName, issuer), secret };
}

/**
 * The first code from the authenticator makes it count: from now on sign-in asks for one. Sessions opened without it
 * end, but for this one, which goes on under the returned id. The recovery codes are shown this once.
 */
export async function confirmTotp(
  ctx: PersonContext,
  input: ConfirmTotpInput,
): Promise<{ recoveryCodes: string[]; sessionId: string | null }> {
  const { userId, sessionId } = ctx.actor;
  const code = normaliseCode(input.code);
  await countProof(userId);
  const now = ctx.now();
  const result = await withOffice(async (tx) => {
    const factor = await tx.secondFactor.findUnique({ where: { userId } });
    if (!factor) throw new AppError("CONFLICT", "totp.notStarted");
    if (factor.confirmedAt) throw new AppError("CONFLICT", "totp.already");
    if (!isTotpCode(code) || !(await useTotpCode(tx, factor, code, now)))
      throw new AppError("INVALID", "totp.wrongCode");
    await tx.secondFactor.update({ where: { userId }, data: { confirmedAt: now } });
    const recoveryCodes = await replaceRecoveryCodes(tx, userId);
    const kept = await endOtherSessions(tx, { userId, sessionId }, now);
    await auditCollege(tx, { type: "user", id: userId }, { actor: ctx.actor, at: now, action: "totp.setUp" });
    return { recoveryCodes, sessionId: kept };
  });
  await forgetProofs(userId);
  return result;
}
