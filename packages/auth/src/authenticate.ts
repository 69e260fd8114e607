import { withOffice } from "@zhibu/db/scope";
import { normaliseLoginName, type SignInInput } from "@zhibu/domain/tenancy/account-inputs";
import { claimAttempt, clearAttempts } from "./claim-attempt.ts";
import type { AddressLimit } from "./limit-address.ts";
import type { VerifiedPerson } from "./open-session.ts";
import type { SignInRefusal } from "./sign-in-refused.ts";
import { verifyPassword } from "./verify-password.ts";

export type SignInContext = {
  now: Date;
  /** The client's address as the front door vouches for it; unknown addresses are not limited. */
  address: string | null;
  addressLimit: AddressLimit;
};

type Refused = { ok: false; refusal: SignInRefusal };

export type SignInResult = { ok: true; person: VerifiedPerson; needsCode: boolean } | Refused;

/** Why nobody may try from this address or under this name now; otherwise what to do once it went well. */
async function beginSignIn(loginName: string, ctx: SignInContext): Promise<Refused | { release: () => Promise<void> }> {
  const locked = (minutes: number): Refused => ({ ok: false, refusal: { kind: "locked", minutes } });
  const blocked = ctx.address === null ? null : await ctx.addressLimit.blockedMinutes(ctx.address);
  if (blocked !== null) return locked(blocked);
  const claim = await claimAttempt(loginName, ctx.now);
  if (!claim.allowed) return locked(Math.ceil((claim.lockedUntil.getTime() - ctx.now.getTime()) / 60_000));
  return { release: claim.release };
}

async function refuse(kind: "wrong" | "codeWrong", { address, addressLimit }: SignInContext): Promise<Refused> {
  if (address !== null) await addressLimit.countFailure(address);
  return { ok: false, refusal: { kind } };
}

/**
 * Checks a name and a password. An unknown name, a wrong password and a disabled person are one answer after the
 * same work; a lock is one answer for names that exist and names that don't. With `needsCode` that was the first step.
 */
export async function authenticate(input: SignInInput, ctx: SignInContext): Promise<SignInResult> {
  const begun = await beginSignIn(input.loginName, ctx);
  if ("refusal" in begun) return begun;

  const loginName = normaliseLoginName(input.loginName);
  const { user, needsCode } = await withOffice(async (tx) => {
    const user = await tx.user.findUnique({ where: { loginName }, include: { credential: true } });
    const factor = user && (await tx.secondFactor.findUnique({ where: { userId: user.id } }));
    return { user, needsCode: Boolean(factor?.confirmedAt) };
  });
  const credential = user?.credential ?? null;
  const matches = await verifyPassword(credential?.passwordHash ?? null, input.password);
  if (!matches || !user || !credential || user.disabledAt) return refuse("wrong", ctx);
  // Half of it is no success: only the code clears what went before, or guesses at codes could start afresh with it.
  if (needsCode) await begun.release();
  else await clearAttempts(input.loginName, ctx.now);
  const passwordSetAt = credential.changedAt.getTime();
  return { ok: true, person: { userId: user.id, passwordSetAt, method: "password" }, needsCode };
}

/** Checks a code of the person; a used one is a wrong one. */
export type CheckSecondFactor = (userId: string, code: string, now: Date) => Promise<boolean>;

/**
 * The second step, after a password or a campus identity: wrong codes count under the person's name as wrong passwords do.
 */
export async function authenticateCode(
  { userId, code }: { userId: string; code: string },
  ctx: SignInContext,
  check: CheckSecondFactor,
): Promise<{ ok: true } | Refused> {
  const user = await withOffice((tx) => tx.user.findUnique({ where: { id: userId }, select: { loginName: true } }));
  if (!user) return { ok: false, refusal: { kind: "stepOver" } };
  const begun = await beginSignIn(user.loginName, ctx);
  if ("refusal" in begun) return begun;
  if (!(await check(userId, code, ctx.now))) return refuse("codeWrong", ctx);
  await clearAttempts(user.loginName, ctx.now);
  return { ok: true };
}
