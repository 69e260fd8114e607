"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { requestCodeSignIn, requestSignIn, type SignInAnswer } from "./auth-requests.ts";

type SignInErrors = { loginName?: string; password?: string; code?: string; form?: string };

export type SignInStep = "password" | "code";

/** State of a sign-in: its step, what is wrong, whether it is being sent; what it sends resolves to success. */
export function useSignIn(firstStep: SignInStep) {
  const t = useTranslations("account.signIn");
  const [step, setStep] = useState<SignInStep>(firstStep);
  const [errors, setErrors] = useState<SignInErrors>({});
  const [busy, setBusy] = useState(false);

  function take(answer: SignInAnswer): boolean {
    if (answer.kind === "signedIn") return true; // stays busy: the caller leads on
    setBusy(false);
    if (answer.kind === "codeWanted") setStep("code");
    else if (answer.kind === "codeWrong") setErrors({ code: t("codeWrong") });
    else if (answer.kind === "locked") setErrors({ form: t("locked", { minutes: answer.minutes }) });
    else {
      // Too late, or not the same person any more: the first step has to be done again.
      if (answer.kind !== "unavailable") setStep("password");
      setErrors({ form: t(answer.kind) });
    }
    return false;
  }

  async function submit(typed: { loginName: string; password: string }): Promise<boolean> {
    const missing: SignInErrors = {
      ...(typed.loginName.trim() === "" && { loginName: t("loginNameMissing") }),
      ...(typed.password === "" && { password: t("passwordMissing") }),
    };
    setErrors(missing);
    if (Object.keys(missing).length > 0) return false;
    setBusy(true);
    return take(await requestSignIn(typed));
  }

  async function submitCode(code: string): Promise<boolean> {
    const missing = code.trim() === "";
    setErrors(missing ? { code: t("codeMissing") } : {});
    if (missing) return false;
    setBusy(true);
    return take(await requestCodeSignIn(code));
  }

  function startOver(): void {
    setErrors({});
    setStep("password");
  }

  return { step, errors, busy, submit, submitCode, startOver };
}
