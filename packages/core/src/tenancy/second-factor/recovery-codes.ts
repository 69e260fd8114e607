import { createHash, randomInt } from "node:crypto";
import type { Tx } from "@zhibu/db/scope";
import {
  recoveryAlphabet,
  recoveryCodeCount,
  recoveryCodeLength,
  recoveryCodeText,
} from "@zhibu/domain/tenancy/second-factor";

/** The codes are long and random: a fast hash keeps them, as it keeps the links. */
function hashOf(code: string): string {
  return createHash("sha256").update(code).digest("hex");
}

function newCode(): string {
  return Array.from({ length: recoveryCodeLength }, () => recoveryAlphabet[randomInt(recoveryAlphabet.length)]).join(
    "",
  );
}

/** Gives a person a fresh set in place of the old one; the only time the codes can be seen. */
export async function replaceRecoveryCodes(tx: Tx, userId: string): Promise<string[]> {
  await tx.recoveryCode.deleteMany({ where: { userId } });
  const codes = Array.from({ length: recoveryCodeCount }, newCode);
  await tx.recoveryCode.createMany({ data: codes.map((code) => ({ userId, codeHash: hashOf(code) })) });
  return codes.map(recoveryCodeText);
}

/** Uses a code up; `false` for one that is wrong or was used. Of two at the same moment one wins. */
export async function useRecoveryCode(tx: Tx, userId: string, code: string, now: Date): Promise<boolean> {
  const { count } = await tx.recoveryCode.updateMany({
    where: { userId, codeHash: hashOf(code), usedAt: null },
    data: { usedAt: now },
  });
  return count === 1;
}
