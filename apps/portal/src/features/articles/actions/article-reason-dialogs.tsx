"use client";

import { useTranslations } from "next-intl";
import { ReasonDialog } from "./reason-dialog.tsx";

type ArticleReasonDialogsProps = {
  /** What is being asked; these two are answered here. */
  dialog: string | null;
  pending: boolean;
  onReturn: (reason: string) => void;
  onWithdraw: (reason: string) => void;
  onClose: () => void;
};

/** Why an article goes back to its writer, or is taken down: neither happens without a reason. */
export function ArticleReasonDialogs({ dialog, pending, onReturn, onWithdraw, onClose }: ArticleReasonDialogsProps) {
  const t = useTranslations("articles");
  return (
    <>
      <ReasonDialog
        open={dialog === "return"}
        title={t("return.title")}
        lead={t("return.lead")}
        label={t("return.label")}
        suggestions={[t("return.suggest.facts"), t("return.suggest.pictures"), t("return.suggest.wording")]}
        confirmLabel={t("action.return")}
        pending={pending}
        onConfirm={onReturn}
        onClose={onClose}
      />
      <ReasonDialog
        open={dialog === "withdraw"}
        title={t("withdraw.title")}
        lead={t("withdraw.lead")}
        label={t("withdraw.label")}
        suggestions={[t("withdraw.suggest.outdated"), t("withdraw.suggest.wrong")]}
        confirmLabel={t("action.withdraw")}
        danger
        pending={pending}
        onConfirm={onWithdraw}
        onClose={onClose}
      />
    </>
  );
}
