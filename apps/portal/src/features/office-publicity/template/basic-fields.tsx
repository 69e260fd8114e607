"use client";

import { useTranslations } from "next-intl";
import { publicityScopes, scopesKept } from "@zhibu/domain/publicity/publicity-template";
import { Panel } from "@zhibu/ui/panel";
import { TextAreaField } from "@zhibu/ui/text-area-field";
import { TextField } from "@zhibu/ui/text-field";
import type { TemplateFormState } from "./use-template-form.ts";

/** What the type is called, how long its lists stay, who is meant to see them, and why they may be shown. */
export function BasicFields({ form }: { form: TemplateFormState }) {
  const t = useTranslations("office-publicity.template");
  const { values, set, isWrong } = form;
  return (
    <Panel title={t("basic")}>
      <div className="space-y-4">
        <div className="grid gap-4 md:grid-cols-2">
          <TextField
            label={t("name")}
            hint={t("nameHint")}
            value={values.name}
            maxLength={40}
            onChange={(event) => set({ name: event.target.value })}
            {...(isWrong("name") && { error: t("wrong.name") })}
          />
          <TextField
            type="number"
            inputMode="numeric"
            min={5}
            max={60}
            label={t("days")}
            hint={t("daysHint")}
            value={Number.isNaN(values.workingDaysMin) ? "" : values.workingDaysMin}
            onChange={(event) => set({ workingDaysMin: event.target.valueAsNumber })}
            {...(isWrong("workingDaysMin") && { error: t("wrong.workingDaysMin") })}
          />
        </div>
        <ScopeField form={form} />
        <TextAreaField
          label={t("legalBasis")}
          hint={t("legalBasisHint")}
          value={values.legalBasis}
          maxLength={500}
          onChange={(event) => set({ legalBasis: event.target.value })}
          {...(isWrong("legalBasis") && { error: t("wrong.text", { max: 500 }) })}
        />
      </div>
    </Panel>
  );
}

function ScopeField({ form: { values, set } }: { form: TemplateFormState }) {
  const t = useTranslations("office-publicity.template");
  return (
    <fieldset aria-describedby="scope-hint">
      <legend className="mb-1 font-medium">{t("scope")}</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {publicityScopes.map((scope) => (
          <label
            key={scope}
            className={`flex min-h-8 items-center gap-2 ${scopesKept.includes(scope) ? "" : "text-ink-soft"}`}
          >
            <input
              type="radio"
              name="scope"
              checked={values.scope === scope}
              disabled={!scopesKept.includes(scope)}
              onChange={() => set({ scope })}
              className="size-4 accent-brand"
            />
            {t(`scopes.${scope}`)}
          </label>
        ))}
      </div>
      <p id="scope-hint" className="mt-1 text-[13px] text-ink-soft">
        {t("scopeHint")}
      </p>
    </fieldset>
  );
}
