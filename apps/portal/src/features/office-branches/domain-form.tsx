"use client";

import { useMutation } from "@tanstack/react-query";
import { App } from "antd";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import { TextField } from "@zhibu/ui/text-field";
import { HeldFields } from "../../components/kept-form/held-fields.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { useErrorText } from "../../trpc/use-error-text.ts";
import type { OfficeBranch } from "./branch-data.ts";
import { DialogButtons } from "./dialog-buttons.tsx";
import { useRefreshBranches } from "./use-refresh-branches.ts";

/** A domain of the branch's own; the server says whether it will do. */
export function DomainForm({ branch, onDone }: { branch: OfficeBranch["branch"]; onDone: () => void }) {
  const t = useTranslations("office-branches.domain");
  const common = useTranslations("common");
  const { message } = App.useApp();
  const errorText = useErrorText();
  const refresh = useRefreshBranches();
  const [domain, setDomain] = useState(branch.customDomain ?? "");
  const [problem, setProblem] = useState<string>();
  const save = useMutation(
    useTRPC().office.branches.setDomain.mutationOptions({
      onSuccess: ({ customDomain }) => {
        void message.success(customDomain === null ? t("removed") : t("saved", { domain: customDomain }));
        onDone();
      },
      onError: (error) => setProblem(errorText(error)),
      onSettled: refresh,
    }),
  );
  function submit(event: SubmitEvent): void {
    event.preventDefault();
    setProblem(undefined);
    save.mutate({ branchId: branch.id, version: branch.version, domain });
  }
  return (
    <form onSubmit={submit} noValidate>
      <HeldFields held={save.isPending}>
        <p className="mb-3 text-ink-soft">{t("lead")}</p>
        <TextField
          label={t("label")}
          hint={t("hint")}
          value={domain}
          maxLength={300}
          inputMode="url"
          autoCapitalize="none"
          spellCheck={false}
          error={problem}
          onChange={(event) => setDomain(event.target.value)}
        />
      </HeldFields>
      <DialogButtons busy={save.isPending} onCancel={onDone} confirm={common("save")} />
    </form>
  );
}
