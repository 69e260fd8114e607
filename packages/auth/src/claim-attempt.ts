import { createHash } from "node:crypto";
import { withOffice } from "@zhibu/db/scope";
import { normaliseLoginName } from "@zhibu/domain/tenancy/account-inputs";
import { beginAttempt, forgetAfterHours } from "@zhibu/domain/tenancy/sign-in-throttle";

type ThrottleRow = { failures: number; locked_until: Date | null; updated_at: Date };

/** The name itself is not kept: people type their passwords into the wrong field. */
function throttleKey(loginName: string): string {
  return createHash("sha256").update(normaliseLoginName(loginName)).digest("hex");
}

export type AttemptClaim =
  | { allowed: false; lockedUntil: Date }
  /** `release` takes the count back, unless somebody counted after us. */
  | { allowed: true; release: () => Promise<void> };

/** Counts an attempt under a typed name before what was typed is checked, unless the name is locked. */
export async function claimAttempt(loginName: string, now: Date): Promise<AttemptClaim> {
  const key = throttleKey(loginName);
  return withOffice(async (tx) => {
    await tx.$executeRaw`INSERT INTO sign_in_throttle (key, updated_at) VALUES (${key}, ${now}) ON CONFLICT DO NOTHING`;
    // The row lock makes simultaneous attempts count one after the other.
    const [row] = await tx.$queryRaw<ThrottleRow[]>`
      SELECT failures, locked_until, updated_at FROM sign_in_throttle WHERE key = ${key} FOR UPDATE`;
    const state = {
      failures: row?.failures ?? 0,
      lockedUntil: row?.locked_until ?? null,
      lastAt: row?.updated_at ?? now,
    };
    const decision = beginAttempt(state, now);
    if (!decision.allowed) return decision;
    const { failures, lockedUntil, lastAt } = decision.next;
    await tx.signInThrottle.update({ where: { key }, data: { failures, lockedUntil, updatedAt: lastAt } });
    const release = () => putBack({ key, failures, lockedUntil }, failures - 1);
    return { allowed: true, release };
  });
}

/** Sets the count back where it still stands as we left it: a right password without its code is no failure. */
async function putBack(
  left: { key: string; failures: number; lockedUntil: Date | null },
  failures: number,
): Promise<void> {
  await withOffice((tx) => tx.signInThrottle.updateMany({ where: left, data: { failures, lockedUntil: null } }));
}

/** Forgets the failures under a name after a success, and with them those of anyone older than a day. */
export async function clearAttempts(loginName: string, now: Date): Promise<void> {
  const stale = new Date(now.getTime() - forgetAfterHours * 3_600_000);
  await withOffice((tx) =>
    tx.signInThrottle.deleteMany({ where: { OR: [{ key: throttleKey(loginName) }, { updatedAt: { lt: stale } }] } }),
  );
}
