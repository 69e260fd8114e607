"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Modal } from "antd";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import { TextField } from "@zhibu/ui/text-field";
import { HeldFields } from "../../components/kept-form/held-fields.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { useErrorText } from "../../trpc/use-error-text.ts";
import { DialogButtons } from "./dialog-buttons.tsx";

const nameCharsMax = 20;

/** Gives the list as it is shown a name. */
export function SaveViewDialog({ query, onClose }: { query: string; onClose: () => void }) {
  const t = useTranslations("office-branches.views");
  const trpc = useTRPC();
  const client = useQueryClient();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const [name, setName] = useState("");
  const [problem, setProblem] = useState<string>();
  const save = useMutation(
    trpc.office.branches.saveView.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries({ queryKey: trpc.office.branches.views.queryKey() });
        void message.success(t("saved", { name: name.trim() }));
        onClose();
      },
      onError: (error) => setProblem(errorText(error)),
    }),
  );
  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (name.trim() === "") setProblem(t("nameError"));
    else save.mutate({ screen: "branches", name: name.trim(), query });
  }
  return (
    <Modal open onCancel={onClose} title={t("saveTitle")} footer={null} width={420}>
      <form onSubmit={submit} noValidate>
        <HeldFields held={save.isPending}>
          <p className="mb-3 text-ink-soft">{t("saveLead")}</p>
          <TextField
            label={t("name")}
            value={name}
            maxLength={nameCharsMax}
            error={problem}
            onChange={(event) => setName(event.target.value)}
          />
        </HeldFields>
        <DialogButtons busy={save.isPending} onCancel={onClose} confirm={t("save")} />
      </form>
    </Modal>
  );
}
