"use client";

import { useTranslations } from "next-intl";
import { type SubmitEvent, useRef } from "react";
import { Notice } from "@zhibu/ui/notice";
import { useErrorText } from "../../trpc/use-error-text.ts";
import { CodeField } from "./code-field.tsx";
import { CurrentPasswordField } from "./current-password-field.tsx";
import { FormEnd } from "./form-end.tsx";

type ProofFormProps = {
  loginName: string;
  hasPassword: boolean;
  lead: string;
  submit: string;
  busy: boolean;
  /** What was thrown at the last attempt. */
  error: unknown;
  onSend: (proof: { password: string; code: string }) => void;
  onCancel: () => void;
};

/** Password and a code, before something that guards the account is taken away or replaced. */
export function ProofForm({ loginName, hasPassword, lead, submit, busy, error, onSend, onCancel }: ProofFormProps) {
  const t = useTranslations("account.totp");
  const errorText = useErrorText();
  const password = useRef<HTMLInputElement>(null);
  const code = useRef<HTMLInputElement>(null);

  function send(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const proof = { password: password.current?.value ?? "", code: code.current?.value.trim() ?? "" };
    if (busy) return;
    if (hasPassword && proof.password === "") password.current?.focus();
    else if (proof.code === "") code.current?.focus();
    else onSend(proof);
  }

  return (
    <form method="post" onSubmit={send} noValidate className="space-y-4">
      <p className="text-ink-soft">{lead}</p>
      {error !== null && (
        <Notice tone="bad" role="alert">
          {errorText(error)}
        </Notice>
      )}
      {hasPassword && <CurrentPasswordField ref={password} loginName={loginName} focused />}
      <CodeField ref={code} kind="either" label={t("proofCode")} hint={t("proofCodeHint")} />
      <FormEnd busy={busy} submit={submit} onCancel={onCancel} />
    </form>
  );
}
