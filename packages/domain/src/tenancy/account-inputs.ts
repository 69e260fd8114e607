import { z } from "zod";
import { idSchema } from "../kernel/ids.ts";
import { typedPasswordSchema } from "./passwords.ts";

/** What a login name is looked up and throttled as: people type capitals, full-width letters and stray blanks. */
export function normaliseLoginName(typed: string): string {
  return typed.normalize("NFKC").trim().toLowerCase();
}

export const signInInput = z.object({
  loginName: z.string().trim().min(1).max(64),
  password: typedPasswordSchema,
});
export type SignInInput = z.infer<typeof signInInput>;

/** Strength is judged by `assertNewPassword`, which knows the login name. */
export const changePasswordInput = z.object({
  currentPassword: typedPasswordSchema,
  newPassword: typedPasswordSchema,
});
export type ChangePasswordInput = z.infer<typeof changePasswordInput>;

export const endSessionInput = z.object({ sessionId: idSchema });
export type EndSessionInput = z.infer<typeof endSessionInput>;

export const findBranchesInput = z.object({ search: z.string().trim().max(64) });
export type FindBranchesInput = z.infer<typeof findBranchesInput>;
