"use client";

import { useMutation } from "@tanstack/react-query";
import { App } from "antd";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import { branchReasonSchema } from "@zhibu/domain/tenancy/branch-inputs";
import { Notice } from "@zhibu/ui/notice";
import { TextAreaField } from "@zhibu/ui/text-area-field";
import { HeldFields } from "../../components/kept-form/held-fields.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { useErrorText } from "../../trpc/use-error-text.ts";
import type { OfficeBranch } from "./branch-data.ts";
import { DialogButtons } from "./dialog-buttons.tsx";
import { MergeTarget } from "./merge-target.tsx";
import { useRefreshBranches } from "./use-refresh-branches.ts";

/** Chooses the new home, says what becomes of everything, and begins. */
export function MergeForm({ branch, onDone }: { branch: OfficeBranch["branch"]; onDone: () => void }) {
  const t = useTranslations("office-branches");
  const { message } = App.useApp();
  const errorText = useErrorText();
  const refresh = useRefreshBranches();
  const [intoId, setIntoId] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const [isTried, setTried] = useState(false);
  const merge = useMutation(
    useTRPC().office.branches.merge.mutationOptions({
      onSuccess: () => {
        void message.success(t("merge.begun"));
        onDone();
      },
      onSettled: refresh,
    }),
  );
  const parsed = branchReasonSchema.safeParse(reason);
  function submit(event: SubmitEvent): void {
    event.preventDefault();
    setTried(true);
    if (intoId === null || !parsed.success) return;
    merge.mutate({ branchId: branch.id, version: branch.version, intoId, reason: parsed.data });
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <ul className="list-disc space-y-1 pl-5 text-ink-soft">
        <li>{t("merge.lead", { name: branch.name })}</li>
        <li>{t("merge.readers")}</li>
        <li className="font-medium text-bad">{t("merge.irreversible")}</li>
      </ul>
      {merge.isError && (
        <Notice tone="bad" role="alert">
          {errorText(merge.error)}
        </Notice>
      )}
      <HeldFields held={merge.isPending} className="grid gap-4">
        <MergeTarget
          branchId={branch.id}
          value={intoId}
          onChange={setIntoId}
          error={isTried && intoId === null ? t("merge.targetError") : undefined}
        />
        <TextAreaField
          label={t("merge.reason")}
          hint={t("merge.reasonHint")}
          value={reason}
          maxLength={300}
          rows={2}
          error={isTried && !parsed.success ? t("close.reasonError") : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
      </HeldFields>
      <DialogButtons busy={merge.isPending} danger onCancel={onDone} confirm={t("merge.confirm")} />
    </form>
  );
}
