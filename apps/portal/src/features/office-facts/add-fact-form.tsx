"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { addFactInput } from "@zhibu/domain/baseline/baseline-inputs";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { TextField } from "@zhibu/ui/text-field";
import { HeldFields } from "../../components/kept-form/held-fields.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { DialogButtons } from "./dialog-buttons.tsx";
import { useFormState } from "./form-state.ts";
import { useBaselineMutation } from "./use-baseline-mutation.ts";

const empty = { key: "", name: "", unit: "", note: "", value: "", source: "" };

/** A new fact with its first value. */
export function AddFactForm({ onDone }: { onDone: () => void }) {
  const t = useTranslations("office-facts");
  const router = useRouter();
  const { office } = useTRPC();
  const common = useBaselineMutation({ says: t("add.done"), after: onDone });
  const add = useMutation(
    office.facts.add.mutationOptions({
      ...common,
      // Not given to `mutate`: what is given there is dropped with this form, which closes by then.
      onSuccess: ({ factId }) => {
        router.push(`/office/facts/${factId}`);
        common.onSuccess();
      },
    }),
  );
  const [today] = useState(() => shanghaiDay(new Date()));
  const form = useFormState(addFactInput, { ...empty, effectiveFrom: today });
  const field = (name: keyof typeof empty | "effectiveFrom") => ({
    label: t(`field.${name}`),
    value: form.values[name],
    onChange: (event: { target: { value: string } }) => form.set({ [name]: event.target.value }),
    ...(form.isWrong(name) && { error: t(`wrong.${name}`) }),
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const input = form.take();
        if (input) add.mutate(input);
      }}
    >
      <HeldFields held={add.isPending} className="space-y-3">
        <div className="grid gap-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
          <TextField {...field("name")} hint={t("hint.name")} maxLength={40} />
          <TextField {...field("unit")} hint={t("hint.unit")} maxLength={10} />
        </div>
        <TextField {...field("key")} hint={t("hint.key")} maxLength={40} autoCapitalize="none" spellCheck={false} />
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField {...field("value")} maxLength={100} />
          <TextField {...field("effectiveFrom")} type="date" />
        </div>
        <TextField {...field("source")} hint={t("hint.source")} maxLength={120} />
        <TextField {...field("note")} maxLength={200} />
      </HeldFields>
      <DialogButtons label={t("add.title")} isBusy={add.isPending} onCancel={onDone} />
    </form>
  );
}
