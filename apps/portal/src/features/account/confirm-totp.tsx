"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useRef } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { useErrorText } from "../../trpc/use-error-text.ts";
import { CodeField } from "./code-field.tsx";
import { CopyButton } from "./copy-button.tsx";
import { FormEnd } from "./form-end.tsx";
import { QrCode } from "./qr-code.tsx";

type ConfirmTotpProps = {
  uri: string;
  secret: string;
  onConfirmed: (recoveryCodes: readonly string[]) => void;
  /** Absent where it can't be put off. */
  onCancel?: (() => void) | undefined;
};

/** In fours, as people type it over. */
const spaced = (secret: string): string => secret.match(/.{1,4}/gu)?.join(" ") ?? secret;

/** The secret as a QR code and as a key, and the first code as the proof that it arrived. */
export function ConfirmTotp({ uri, secret, onConfirmed, onCancel }: ConfirmTotpProps) {
  const t = useTranslations("account.totp.scan");
  const errorText = useErrorText();
  const input = useRef<HTMLInputElement>(null);
  const client = useQueryClient();
  const trpc = useTRPC();
  const confirm = useMutation(
    trpc.account.confirmTotp.mutationOptions({
      onSuccess: ({ recoveryCodes }) => {
        onConfirmed(recoveryCodes);
        void client.invalidateQueries({ queryKey: trpc.account.security.queryOptions().queryKey });
      },
    }),
  );

  function askAgain(): void {
    input.current?.focus();
    input.current?.select();
  }

  function send(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const code = input.current?.value.trim() ?? "";
    if (!confirm.isPending && code !== "") confirm.mutate({ code }, { onError: askAgain });
  }

  return (
    <form method="post" onSubmit={send} noValidate className="space-y-5">
      <p>{t("lead")}</p>
      <QrCode text={uri} label={t("qr")} />
      <div>
        <p className="mb-1 text-[13px] text-ink-soft">{t("manual")}</p>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <code className="font-mono text-[15px]">{spaced(secret)}</code>
          <CopyButton text={secret} />
        </div>
      </div>
      <CodeField
        ref={input}
        kind="totp"
        label={t("code")}
        hint={t("codeHint")}
        error={confirm.isError ? errorText(confirm.error) : undefined}
      />
      <FormEnd busy={confirm.isPending} submit={t("submit")} onCancel={onCancel} />
    </form>
  );
}
