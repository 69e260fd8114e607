import { z } from "zod";
import { typedPasswordSchema } from "./passwords.ts";
import { can } from "./permissions.ts";
import { type BranchRole, branchRoles, type CollegeRole } from "./roles.ts";

/** What every authenticator app assumes when nothing else is said (RFC 6238). */
export const totp = { algorithm: "SHA1", digits: 6, periodSeconds: 30 } as const;

/** How many steps a phone's clock may be off, either way. */
export const totpDriftSteps = 1;

export const recoveryCodeCount = 10;

/** Letters and digits that can't be taken for one another on paper; 16 of them can't be guessed. */
export const recoveryAlphabet = "abcdefghjkmnpqrstuvwxyz23456789";
export const recoveryCodeLength = 16;

/** Codes as typed: with blanks and hyphens, in capitals, in full-width digits. */
export const typedCodeSchema = z.string().trim().min(1).max(40);

/** One form for the same code however it was typed. */
export function normaliseCode(typed: string): string {
  return typed.normalize("NFKC").toLowerCase().replaceAll(/[\s-]/gu, "");
}

/** A code of the authenticator; what else is typed may be a recovery code. */
export function isTotpCode(code: string): boolean {
  return /^\d{6}$/u.test(code);
}

/** A recovery code as it is shown and printed: in fours. */
export function recoveryCodeText(code: string): string {
  return code.match(/.{1,4}/gu)?.join("-") ?? code;
}

const mayApprove = (role: BranchRole): boolean => can({ branch: [role], college: [] }, "article:approve");

/** Who needs a second factor once the college switched that on: the office, and whoever may approve anywhere. */
export const rolesDemandingSecondFactor: { branch: BranchRole[]; college: CollegeRole[] } = {
  branch: branchRoles.filter(mayApprove),
  college: ["office"],
};

/** Whether any of the roles held does. */
export function demandsSecondFactor(held: {
  collegeRoles: readonly CollegeRole[];
  branches: readonly { roles: readonly BranchRole[] }[];
}): boolean {
  const { branch, college } = rolesDemandingSecondFactor;
  return (
    held.collegeRoles.some((role) => college.includes(role)) ||
    held.branches.some(({ roles }) => roles.some((role) => branch.includes(role)))
  );
}

/** Empty from people who have no password and only come over the campus. */
const passwordIfAny = z.union([z.literal(""), typedPasswordSchema]);

export const startTotpInput = z.object({ password: passwordIfAny });
export type StartTotpInput = z.infer<typeof startTotpInput>;

export const confirmTotpInput = z.object({ code: typedCodeSchema });
export type ConfirmTotpInput = z.infer<typeof confirmTotpInput>;

/** What it takes to weaken one's own account: the password, and a code. */
export const proofInput = z.object({ password: passwordIfAny, code: typedCodeSchema });
export type ProofInput = z.infer<typeof proofInput>;
