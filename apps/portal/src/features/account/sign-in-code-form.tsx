"use client";

import { useTranslations } from "next-intl";
import { type SubmitEvent, useRef, useState } from "react";
import { Notice } from "@zhibu/ui/notice";
import { SubmitButton } from "@zhibu/ui/submit-button";
import { CodeField } from "./code-field.tsx";

type SignInCodeFormProps = {
  errors: { code?: string; form?: string };
  busy: boolean;
  /** Resolves to whether the code was right. */
  onSend: (code: string) => Promise<boolean>;
  onStartOver: () => void;
};

const quiet = "font-medium text-brand underline-offset-2 hover:underline";

/** The second step of signing in: a code of the authenticator, or a recovery code for who has lost it. */
export function SignInCodeForm({ errors, busy, onSend, onStartOver }: SignInCodeFormProps) {
  const t = useTranslations("account.signIn");
  const input = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<"totp" | "recovery">("totp");

  async function send(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (busy || !input.current || (await onSend(input.current.value))) return;
    input.current?.focus();
    input.current?.select();
  }

  return (
    <form method="post" onSubmit={(event) => void send(event)} noValidate className="space-y-5">
      {errors.form !== undefined && (
        <Notice tone="bad" role="alert">
          {errors.form}
        </Notice>
      )}
      <CodeField
        key={kind}
        ref={input}
        kind={kind}
        label={t(`code.${kind}`)}
        hint={t(`code.${kind}Hint`)}
        // The one thing this step asks for.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        error={errors.code}
      />
      <SubmitButton busy={busy}>{busy ? t("submitting") : t("submit")}</SubmitButton>
      <p className="flex flex-wrap justify-between gap-x-6 gap-y-2 text-[13px]">
        <button type="button" className={quiet} onClick={() => setKind(kind === "totp" ? "recovery" : "totp")}>
          {t(kind === "totp" ? "code.useRecovery" : "code.useTotp")}
        </button>
        <button type="button" className={quiet} onClick={onStartOver}>
          {t("code.startOver")}
        </button>
      </p>
    </form>
  );
}
