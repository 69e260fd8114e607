"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { addFactValueInput } from "@zhibu/domain/baseline/baseline-inputs";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { Notice } from "@zhibu/ui/notice";
import { TextField } from "@zhibu/ui/text-field";
import { HeldFields } from "../../components/kept-form/held-fields.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { DialogButtons } from "./dialog-buttons.tsx";
import type { FactData } from "./fact-data.ts";
import { useFormState } from "./form-state.ts";
import { useBaselineMutation } from "./use-baseline-mutation.ts";

/** What the fact says from a day on, and which paper says so. */
export function AddValueForm({ fact, onDone }: { fact: FactData; onDone: () => void }) {
  const t = useTranslations("office-facts");
  const [today] = useState(() => shanghaiDay(new Date()));
  const { office } = useTRPC();
  const done = useBaselineMutation({ says: t("value.done"), after: onDone });
  const add = useMutation(office.facts.addValue.mutationOptions(done));
  const form = useFormState(addFactValueInput, {
    factId: fact.id,
    version: fact.version,
    value: "",
    effectiveFrom: today,
    source: "",
  });
  const isLater = form.values.effectiveFrom > today;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const input = form.take();
        if (input) add.mutate({ ...input, version: fact.version });
      }}
    >
      <HeldFields held={add.isPending} className="space-y-3">
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField
            label={fact.unit === "" ? t("field.value") : t("value.withUnit", { unit: fact.unit })}
            value={form.values.value}
            maxLength={100}
            onChange={(event) => form.set({ value: event.target.value })}
            {...(form.isWrong("value") && { error: t("wrong.value") })}
          />
          <TextField
            label={t("field.effectiveFrom")}
            type="date"
            value={form.values.effectiveFrom}
            onChange={(event) => form.set({ effectiveFrom: event.target.value })}
            {...(form.isWrong("effectiveFrom") && { error: t("wrong.effectiveFrom") })}
          />
        </div>
        <TextField
          label={t("field.source")}
          hint={t("hint.source")}
          value={form.values.source}
          maxLength={120}
          onChange={(event) => form.set({ source: event.target.value })}
          {...(form.isWrong("source") && { error: t("wrong.source") })}
        />
        <Notice>{isLater ? t("value.later", { day: form.values.effectiveFrom }) : t("value.now")}</Notice>
      </HeldFields>
      <DialogButtons label={isLater ? t("value.plan") : t("value.apply")} isBusy={add.isPending} onCancel={onDone} />
    </form>
  );
}
