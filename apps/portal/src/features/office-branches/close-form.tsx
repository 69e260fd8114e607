"use client";

import { useMutation } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import { branchReasonSchema } from "@zhibu/domain/tenancy/branch-inputs";
import { TextAreaField } from "@zhibu/ui/text-area-field";
import { HeldFields } from "../../components/kept-form/held-fields.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { useErrorText } from "../../trpc/use-error-text.ts";
import type { OfficeBranch } from "./branch-data.ts";
import { DialogButtons } from "./dialog-buttons.tsx";
import { NoticePreview } from "./notice-preview.tsx";
import { useRefreshBranches } from "./use-refresh-branches.ts";

type CloseFormProps = { branch: OfficeBranch["branch"]; deed: "suspend" | "archive"; onDone: () => void };

/** Closes a site for a while or for good, with the notice its readers will see. */
export function CloseForm({ branch, deed, onDone }: CloseFormProps) {
  const t = useTranslations("office-branches.close");
  const trpc = useTRPC();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const refresh = useRefreshBranches();
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string>();
  const close = useMutation({
    ...(deed === "suspend"
      ? trpc.office.branches.suspend.mutationOptions()
      : trpc.office.branches.archive.mutationOptions()),
    onSuccess: () => {
      void message.success(t(deed === "suspend" ? "suspended" : "archived", { name: branch.name }));
      onDone();
    },
    onError: (error) => setProblem(errorText(error)),
    onSettled: refresh,
  });
  const suggestions = deed === "suspend" ? [t("suspendSuggest1"), t("suspendSuggest2")] : [t("archiveSuggest1")];
  function submit(event: SubmitEvent): void {
    event.preventDefault();
    const parsed = branchReasonSchema.safeParse(reason);
    if (!parsed.success) return setProblem(t("reasonError"));
    setProblem(undefined);
    close.mutate({ branchId: branch.id, version: branch.version, reason: parsed.data });
  }
  return (
    <form onSubmit={submit} noValidate>
      <p className="mb-3 text-ink-soft">{t(`${deed}Lead`)}</p>
      <HeldFields held={close.isPending}>
        <TextAreaField
          label={t("reason")}
          value={reason}
          maxLength={300}
          rows={3}
          error={problem}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className="mt-2 flex flex-wrap gap-2">
          {suggestions.map((suggestion) => (
            <Button key={suggestion} size="small" onClick={() => setReason(suggestion)}>
              {suggestion}
            </Button>
          ))}
        </div>
      </HeldFields>
      <NoticePreview name={branch.name} deed={deed} reason={reason.trim()} />
      <DialogButtons busy={close.isPending} danger onCancel={onDone} confirm={t(`${deed}Confirm`)} />
    </form>
  );
}
