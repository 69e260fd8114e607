import { type Tx, withOffice } from "@zhibu/db/scope";
import { isTotpCode, normaliseCode } from "@zhibu/domain/tenancy/second-factor";
import { useRecoveryCode } from "./recovery-codes.ts";
import { openTotpSecret, stepOfCode } from "./totp-secret.ts";

type Factor = { userId: string; secret: string };

/** Uses up the step a code belongs to: the same code, or an older one, is refused from then on. */
export async function useTotpCode(tx: Tx, factor: Factor, code: string, now: Date): Promise<boolean> {
  const { userId } = factor;
  const step = stepOfCode(openTotpSecret(userId, factor.secret), code, now);
  if (step === null) return false;
  // The write is the check: of two at the same moment one finds the step taken.
  const { count } = await tx.secondFactor.updateMany({
    where: { userId, lastStep: { lt: step } },
    data: { lastStep: step },
  });
  return count === 1;
}

/** Whether what a person typed is a good code of their authenticator or one of their recovery codes; it is good once. */
export async function checkSecondFactor(userId: string, typed: string, now: Date): Promise<boolean> {
  const code = normaliseCode(typed);
  return withOffice(async (tx) => {
    const factor = await tx.secondFactor.findUnique({ where: { userId } });
    if (!factor?.confirmedAt) return false;
    return isTotpCode(code) ? useTotpCode(tx, factor, code, now) : useRecoveryCode(tx, userId, code, now);
  });
}
