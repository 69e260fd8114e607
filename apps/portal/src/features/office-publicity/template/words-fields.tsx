"use client";

import { useTranslations } from "next-intl";
import { Panel } from "@zhibu/ui/panel";
import type { TemplateFormState } from "./use-template-form.ts";
import { WordsField } from "./words-field.tsx";

/** The words readers are shown, with what each list fills into them. */
export function WordsFields({ form }: { form: TemplateFormState }) {
  const t = useTranslations("office-publicity.template");
  const { values, set, isWrong } = form;
  return (
    <Panel title={t("words")} description={t("wordsLead")}>
      <div className="space-y-6">
        <WordsField
          field="notice"
          value={values.notice}
          max={2_000}
          isWrong={isWrong("notice")}
          onChange={(notice) => set({ notice })}
        />
        <WordsField
          field="howToObject"
          value={values.howToObject}
          max={500}
          isWrong={isWrong("howToObject")}
          onChange={(howToObject) => set({ howToObject })}
        />
        <p className="border-t border-line pt-4 text-ink-soft">{t("resultLead")}</p>
        <WordsField
          field="withoutObjections"
          value={values.result.withoutObjections}
          max={500}
          isWrong={isWrong("result.withoutObjections")}
          onChange={(withoutObjections) => set({ result: { ...values.result, withoutObjections } })}
        />
        <WordsField
          field="withObjections"
          value={values.result.withObjections}
          max={500}
          isWrong={isWrong("result.withObjections")}
          onChange={(withObjections) => set({ result: { ...values.result, withObjections } })}
        />
      </div>
    </Panel>
  );
}
