import { z } from "zod";
import { changePasswordInput } from "@zhibu/domain/tenancy/account-inputs";
import { passwordWeakness, typedPasswordSchema } from "@zhibu/domain/tenancy/passwords";

type Refusal = { path: "newPassword" | "repeat"; message: string };

/** What is wrong with a password typed twice; messages are keys under `errors.`. */
function refusalsOf(typed: { newPassword: string; repeat: string }, loginName: string): Refusal[] {
  const weakness = passwordWeakness(typed.newPassword, loginName);
  const refusals: Refusal[] = [];
  if (weakness) refusals.push({ path: "newPassword", message: `password.${weakness}` });
  if (typed.repeat !== typed.newPassword) refusals.push({ path: "repeat", message: "password.repeatDiffers" });
  return refusals;
}

/** A first password and its repetition, with the rules that need the login name; the server alone decides. */
export function chosenPasswordSchema(loginName: string) {
  return z.object({ newPassword: typedPasswordSchema, repeat: z.string() }).superRefine((typed, context) => {
    for (const { path, message } of refusalsOf(typed, loginName)) {
      context.addIssue({ code: "custom", path: [path], message });
    }
  });
}

export type ChosenPassword = z.infer<ReturnType<typeof chosenPasswordSchema>>;

/** The same for a password that replaces another. */
export function changePasswordSchema(loginName: string) {
  return changePasswordInput.extend({ repeat: z.string() }).superRefine((typed, context) => {
    const refusals = refusalsOf(typed, loginName);
    const unchanged = typed.newPassword === typed.currentPassword;
    if (unchanged && !refusals.some(({ path }) => path === "newPassword")) {
      refusals.push({ path: "newPassword", message: "password.unchanged" });
    }
    for (const { path, message } of refusals) context.addIssue({ code: "custom", path: [path], message });
  });
}

export type ChangePasswordForm = z.infer<ReturnType<typeof changePasswordSchema>>;
