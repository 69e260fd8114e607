import { withOffice } from "@zhibu/db/scope";
import { recoveryCodeCount } from "@zhibu/domain/tenancy/second-factor";
import type { PersonContext } from "./person-context.ts";

export type MySecurity = {
  /** When the authenticator began to count; `null` without one. */
  totpSince: Date | null;
  recoveryCodes: { left: number; of: number };
  /** A person who only ever came over the campus has none. */
  hasPassword: boolean;
};

/** How the person's account is guarded, for themself. */
export async function getMySecurity({ actor }: PersonContext): Promise<MySecurity> {
  const { userId } = actor;
  return withOffice(async (tx) => {
    const factor = await tx.secondFactor.findUnique({ where: { userId }, select: { confirmedAt: true } });
    const left = await tx.recoveryCode.count({ where: { userId, usedAt: null } });
    const credential = await tx.credential.count({ where: { userId } });
    return {
      totpSince: factor?.confirmedAt ?? null,
      recoveryCodes: { left, of: recoveryCodeCount },
      hasPassword: credential === 1,
    };
  });
}
