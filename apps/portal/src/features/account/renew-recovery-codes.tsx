"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client.tsx";
import { ProofForm } from "./proof-form.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";

type RenewRecoveryCodesProps = { loginName: string; hasPassword: boolean; onDone: () => void; onCancel: () => void };

/** A fresh set of recovery codes in place of the old one. */
export function RenewRecoveryCodes({ loginName, hasPassword, onDone, onCancel }: RenewRecoveryCodesProps) {
  const t = useTranslations("account.totp");
  const renew = useMutation(useTRPC().account.renewRecoveryCodes.mutationOptions());
  if (renew.data) return <RecoveryCodes codes={renew.data.recoveryCodes} loginName={loginName} onDone={onDone} />;
  return (
    <ProofForm
      loginName={loginName}
      hasPassword={hasPassword}
      lead={t("renewLead")}
      submit={t("renew")}
      busy={renew.isPending}
      error={renew.error}
      onSend={(proof) => renew.mutate(proof)}
      onCancel={onCancel}
    />
  );
}
