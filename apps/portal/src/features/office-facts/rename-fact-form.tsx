"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { renameFactInput } from "@zhibu/domain/baseline/baseline-inputs";
import { TextField } from "@zhibu/ui/text-field";
import { HeldFields } from "../../components/kept-form/held-fields.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { DialogButtons } from "./dialog-buttons.tsx";
import type { FactData } from "./fact-data.ts";
import { useFormState } from "./form-state.ts";
import { useBaselineMutation } from "./use-baseline-mutation.ts";

/** Another name, unit or note: what editors look for and searches go by. */
export function RenameFactForm({ fact, onDone }: { fact: FactData; onDone: () => void }) {
  const t = useTranslations("office-facts");
  const { office } = useTRPC();
  const done = useBaselineMutation({ says: t("rename.done"), after: onDone });
  const rename = useMutation(office.facts.rename.mutationOptions(done));
  const { id: factId, version, name, unit, note } = fact;
  const form = useFormState(renameFactInput, { factId, version, name, unit, note });
  const field = (key: "name" | "unit" | "note") => ({
    label: t(`field.${key}`),
    value: form.values[key],
    onChange: (event: { target: { value: string } }) => form.set({ [key]: event.target.value }),
    ...(form.isWrong(key) && { error: t(`wrong.${key}`) }),
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const input = form.take();
        if (input) rename.mutate({ ...input, version });
      }}
    >
      <HeldFields held={rename.isPending} className="space-y-3">
        <TextField {...field("name")} hint={t("hint.name")} maxLength={40} />
        <TextField {...field("unit")} hint={t("hint.unit")} maxLength={10} />
        <TextField {...field("note")} maxLength={200} />
      </HeldFields>
      <DialogButtons label={t("rename.save")} isBusy={rename.isPending} onCancel={onDone} />
    </form>
  );
}
