"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { App } from "antd";
import { useTranslations } from "next-intl";
import { Controller, useForm } from "react-hook-form";
import { type RenameBranchInput, renameBranchInput } from "@zhibu/domain/tenancy/branch-inputs";
import { Notice } from "@zhibu/ui/notice";
import { TextField } from "@zhibu/ui/text-field";
import { HeldFields } from "../../components/kept-form/held-fields.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { useErrorText } from "../../trpc/use-error-text.ts";
import type { OfficeBranch } from "./branch-data.ts";
import { DialogButtons } from "./dialog-buttons.tsx";
import { KindChoice } from "./kind-choice.tsx";
import { useRefreshBranches } from "./use-refresh-branches.ts";

const fieldsSchema = renameBranchInput.omit({ branchId: true, version: true });
type Fields = Omit<RenameBranchInput, "branchId" | "version">;

/** Names, kind and place of a branch; its address is not among them. */
export function RenameForm({ branch, onDone }: { branch: OfficeBranch["branch"]; onDone: () => void }) {
  const t = useTranslations("office-branches");
  const common = useTranslations("common");
  const { message } = App.useApp();
  const errorText = useErrorText();
  const refresh = useRefreshBranches();
  const { name, shortName, position } = branch;
  const kind = branch.kind === "office" ? null : branch.kind;
  const form = useForm<Fields>({
    resolver: zodResolver(fieldsSchema),
    defaultValues: { name, shortName, position, kind },
  });
  const { errors } = form.formState;
  const save = useMutation(
    useTRPC().office.branches.rename.mutationOptions({
      onSuccess: () => {
        void message.success(t("rename.saved"));
        onDone();
      },
      onSettled: refresh,
    }),
  );
  const submit = form.handleSubmit((fields) =>
    save.mutate({ ...fields, branchId: branch.id, version: branch.version }),
  );
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
      <HeldFields held={save.isPending} className="grid gap-4">
        <p className="text-ink-soft">{t("rename.lead")}</p>
        {save.isError && (
          <Notice tone="bad" role="alert">
            {errorText(save.error)}
          </Notice>
        )}
        <TextField
          label={t("new.name")}
          maxLength={40}
          error={errors.name && t("new.nameError")}
          {...form.register("name")}
        />
        <TextField
          label={t("new.shortName")}
          maxLength={12}
          error={errors.shortName && t("new.shortNameError")}
          {...form.register("shortName")}
        />
        {kind !== null && (
          <Controller
            control={form.control}
            name="kind"
            render={({ field }) => <KindChoice value={field.value} onChange={field.onChange} />}
          />
        )}
        <TextField
          label={t("branch.names.position")}
          hint={t("rename.positionHint")}
          type="number"
          min={0}
          max={9999}
          error={errors.position && t("rename.positionError")}
          {...form.register("position", { valueAsNumber: true })}
        />
      </HeldFields>
      <DialogButtons busy={save.isPending} onCancel={onDone} confirm={common("save")} />
    </form>
  );
}
