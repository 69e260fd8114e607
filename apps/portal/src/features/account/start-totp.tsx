"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useRef } from "react";
import { Notice } from "@zhibu/ui/notice";
import { useTRPC } from "../../trpc/client.tsx";
import { useErrorText } from "../../trpc/use-error-text.ts";
import { CurrentPasswordField } from "./current-password-field.tsx";
import { FormEnd } from "./form-end.tsx";

type StartTotpProps = {
  loginName: string;
  hasPassword: boolean;
  onStarted: (begun: { uri: string; secret: string }) => void;
  /** Absent where it can't be put off. */
  onCancel?: (() => void) | undefined;
};

/** What an authenticator is, where to get one, and the password of who asks. */
export function StartTotp({ loginName, hasPassword, onStarted, onCancel }: StartTotpProps) {
  const t = useTranslations("account.totp.start");
  const errorText = useErrorText();
  const password = useRef<HTMLInputElement>(null);
  const start = useMutation(useTRPC().account.startTotp.mutationOptions({ onSuccess: onStarted }));

  function send(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (!start.isPending) start.mutate({ password: password.current?.value ?? "" });
  }

  return (
    <form method="post" onSubmit={send} noValidate className="space-y-5">
      <p>{t("lead")}</p>
      <p className="text-ink-soft">{t("apps")}</p>
      {start.isError && (
        <Notice tone="bad" role="alert">
          {errorText(start.error)}
        </Notice>
      )}
      {hasPassword && <CurrentPasswordField ref={password} loginName={loginName} />}
      <FormEnd busy={start.isPending} submit={t("submit")} onCancel={onCancel} />
    </form>
  );
}
