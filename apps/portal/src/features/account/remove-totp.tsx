"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client.tsx";
import { ProofForm } from "./proof-form.tsx";

type RemoveTotpProps = { loginName: string; hasPassword: boolean; onDone: () => void; onCancel: () => void };

/** Takes the authenticator away, for another phone or for good. */
export function RemoveTotp({ loginName, hasPassword, onDone, onCancel }: RemoveTotpProps) {
  const t = useTranslations("account.totp");
  const remove = useMutation(useTRPC().account.removeTotp.mutationOptions({ onSuccess: onDone }));
  return (
    <ProofForm
      loginName={loginName}
      hasPassword={hasPassword}
      lead={t("removeLead")}
      submit={t("remove")}
      busy={remove.isPending}
      error={remove.error}
      onSend={(proof) => remove.mutate(proof)}
      onCancel={onCancel}
    />
  );
}
