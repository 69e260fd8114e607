import { z } from "zod";
import { AppError } from "../kernel/app-error.ts";
import { commonPasswords } from "./common-passwords.ts";

export const passwordLengthMin = 10;
export const passwordLengthMax = 128;

/** argon2id: memory in KiB and passes as OWASP's password storage sheet asks at least. */
export const passwordHashCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** A password as typed; the upper limit bounds the work of hashing it. */
export const typedPasswordSchema = z.string().min(1).max(passwordLengthMax);

/** One form for the same characters however a keyboard composed them; hash and compare this, never the raw text. */
export function normalisePassword(password: string): string {
  return password.normalize("NFKC");
}

/** Why a password is refused; keys under `errors.password.` in the message files. */
export type PasswordWeakness = "tooShort" | "likeLoginName" | "tooCommon";

const bare = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");

/** One character over and over, or a run such as 1234567890 or abcdefghij, forwards or backwards. */
function isRun(text: string): boolean {
  const steps = new Set<number>();
  for (let index = 1; index < text.length; index += 1) {
    steps.add((text.codePointAt(index) ?? 0) - (text.codePointAt(index - 1) ?? 0));
  }
  const [step = 0] = steps;
  return steps.size <= 1 && Math.abs(step) <= 1;
}

/** The first reason to refuse a new password, or `null`; length counts characters, not bytes. */
export function passwordWeakness(password: string, loginName: string): PasswordWeakness | null {
  const normal = normalisePassword(password);
  if (Array.from(normal).length < passwordLengthMin) return "tooShort";
  const plain = bare(normal);
  if (plain === bare(loginName)) return "likeLoginName";
  if (plain === "" || isRun(plain) || commonPasswords.has(plain)) return "tooCommon";
  return null;
}

/** @throws AppError INVALID with the weakness of a password about to be set. */
export function assertPasswordStrength(newPassword: string, loginName: string): void {
  const weakness = passwordWeakness(newPassword, loginName);
  if (weakness) throw new AppError("INVALID", `password.${weakness}`, { min: passwordLengthMin });
}

/** @throws AppError INVALID with the weakness, or when the new password is the old one. */
export function assertNewPassword(change: { currentPassword: string; newPassword: string; loginName: string }): void {
  assertPasswordStrength(change.newPassword, change.loginName);
  if (normalisePassword(change.newPassword) === normalisePassword(change.currentPassword)) {
    throw new AppError("INVALID", "password.unchanged");
  }
}
