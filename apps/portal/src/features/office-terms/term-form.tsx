"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { addTermInput } from "@zhibu/domain/baseline/baseline-inputs";
import { severities } from "@zhibu/domain/checks/finding";
import { Notice } from "@zhibu/ui/notice";
import { TextAreaField } from "@zhibu/ui/text-area-field";
import { TextField } from "@zhibu/ui/text-field";
import { HeldFields } from "../../components/kept-form/held-fields.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { DialogButtons } from "../office-facts/dialog-buttons.tsx";
import { useFormState } from "../office-facts/form-state.ts";
import { useBaselineMutation } from "../office-facts/use-baseline-mutation.ts";
import type { TermItem } from "./term-data.ts";

/** The right words, the wrong ones one a line, how grave it is and why. */
export function TermForm({ term, onDone }: { term: TermItem | null; onDone: () => void }) {
  const t = useTranslations();
  const { office } = useTRPC();
  const done = useBaselineMutation({ says: t("office-terms.done"), after: onDone });
  const add = useMutation(office.terms.add.mutationOptions(done));
  const change = useMutation(office.terms.change.mutationOptions(done));
  const form = useFormState(addTermInput, {
    words: term?.words ?? "",
    variants: [...(term?.variants ?? [])],
    note: term?.note ?? "",
    severity: term?.severity ?? "warn",
  });
  const { values } = form;
  const isBusy = add.isPending || change.isPending;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const input = form.take();
        if (input && term) change.mutate({ ...input, termId: term.id, version: term.version });
        else if (input) add.mutate(input);
      }}
    >
      <HeldFields held={isBusy} className="space-y-3">
        <TextField
          label={t("office-terms.field.words")}
          value={values.words}
          maxLength={60}
          onChange={(event) => form.set({ words: event.target.value })}
          {...(form.isWrong("words") && { error: t("office-terms.wrong.words") })}
        />
        <TextAreaField
          label={t("office-terms.field.variants")}
          hint={t("office-terms.hint.variants")}
          defaultValue={values.variants.join("\n")}
          onChange={(event) => form.set({ variants: linesOf(event.target.value) })}
          {...(form.isWrong("variants") && { error: t("office-terms.wrong.variants") })}
        />
        <fieldset>
          <legend className="mb-1 font-medium">{t("office-terms.field.severity")}</legend>
          <div className="flex flex-wrap gap-x-5 gap-y-2">
            {severities.map((severity) => (
              <label key={severity} className="flex min-h-8 items-center gap-2">
                <input
                  type="radio"
                  name="severity"
                  checked={values.severity === severity}
                  onChange={() => form.set({ severity })}
                  className="size-4 accent-brand"
                />
                {t(`office-terms.severity.${severity}`)}
              </label>
            ))}
          </div>
        </fieldset>
        <TextField
          label={t("office-terms.field.note")}
          hint={t("office-terms.hint.note")}
          value={values.note}
          maxLength={200}
          onChange={(event) => form.set({ note: event.target.value })}
        />
        <Notice>{t("office-terms.consequence")}</Notice>
      </HeldFields>
      <DialogButtons label={t("office-terms.save")} isBusy={isBusy} onCancel={onDone} />
    </form>
  );
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
