"use client";

import { useTranslations } from "next-intl";
import { type SubmitEvent, useRef } from "react";
import { Notice } from "@zhibu/ui/notice";
import { PasswordField } from "@zhibu/ui/password-field";
import { SubmitButton } from "@zhibu/ui/submit-button";
import { TextField } from "@zhibu/ui/text-field";
import { SignInCodeForm } from "./sign-in-code-form.tsx";
import { type SignInStep, useSignIn } from "./use-sign-in.ts";

type SignInFormProps = {
  /** Where the name is given, nobody else can sign in here. */
  loginName?: string;
  /** `code` for who has done the first step elsewhere, at the campus. */
  firstStep?: SignInStep;
  onSignedIn: () => void;
};

/**
 * Name and password, then a code where the account has an authenticator; without antd, for the first page of the day
 * is small. Refusals leave both, the password selected.
 */
export function SignInForm({ loginName, firstStep = "password", onSignedIn }: SignInFormProps) {
  const t = useTranslations("account");
  const { step, errors, busy, submit, submitCode, startOver } = useSignIn(firstStep);
  const nameInput = useRef<HTMLInputElement>(null);
  const passwordInput = useRef<HTMLInputElement>(null);

  async function send(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const [name, password] = [nameInput.current, passwordInput.current];
    if (busy || !name || !password) return;
    if (await submit({ loginName: name.value, password: password.value })) return onSignedIn();
    const nextToFill = name.value.trim() === "" ? name : password;
    nextToFill.focus();
    nextToFill.select();
  }

  async function sendCode(code: string): Promise<boolean> {
    const signedIn = await submitCode(code);
    if (signedIn) onSignedIn();
    return signedIn;
  }

  if (step === "code") {
    return <SignInCodeForm errors={errors} busy={busy} onSend={sendCode} onStartOver={startOver} />;
  }
  return (
    // Sent before the script has arrived, a form without a method would put the password into the address.
    <form method="post" onSubmit={(event) => void send(event)} noValidate className="space-y-5">
      {errors.form !== undefined && (
        <Notice tone="bad" role="alert">
          {errors.form}
        </Notice>
      )}
      <TextField
        ref={nameInput}
        label={t("signIn.loginName")}
        name="loginName"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={64}
        defaultValue={loginName}
        readOnly={loginName !== undefined}
        // The page has this one purpose.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={loginName === undefined}
        error={errors.loginName}
      />
      <PasswordField
        ref={passwordInput}
        label={t("signIn.password")}
        name="password"
        autoComplete="current-password"
        maxLength={128}
        toggleLabels={{ show: t("passwordToggle.show"), hide: t("passwordToggle.hide") }}
        // The name stands already: the password is all that is missing.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={loginName !== undefined}
        error={errors.password}
      />
      <SubmitButton busy={busy}>{busy ? t("signIn.submitting") : t("signIn.submit")}</SubmitButton>
    </form>
  );
}
