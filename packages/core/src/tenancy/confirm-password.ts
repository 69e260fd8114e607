import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { withOffice } from "@zhibu/db/scope";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { matchesHash } from "./password-hash.ts";

/** Whoever finds a session open must not be able to guess what guards the account; per process is enough for that. */
const wrongProofs = new RateLimiterMemory({ points: 10, duration: 15 * 60 });

/** Counts an attempt to prove oneself before it is checked. @throws AppError RATE_LIMITED */
export async function countProof(userId: string): Promise<void> {
  try {
    await wrongProofs.consume(userId);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    throw new AppError("RATE_LIMITED", "tooManyAttempts", { minutes: Math.ceil(refused.msBeforeNext / 60_000) });
  }
}

/** After a success the attempts before it no longer count. */
export async function forgetProofs(userId: string): Promise<void> {
  await wrongProofs.delete(userId);
}

/**
 * Makes sure that the person at the keyboard knows the account's password; resolves to its hash, by which a later
 * write can tell that it is still the same, or to `null` for a person who has none and only comes over the campus.
 * @throws AppError INVALID for a wrong password, RATE_LIMITED after ten wrong proofs
 */
export async function confirmPassword(userId: string, password: string): Promise<string | null> {
  await countProof(userId);
  const credential = await withOffice((tx) =>
    tx.credential.findUnique({ where: { userId }, select: { passwordHash: true } }),
  );
  if (!credential) return null;
  if (!(await matchesHash(credential.passwordHash, password))) throw new AppError("INVALID", "password.currentWrong");
  return credential.passwordHash;
}
