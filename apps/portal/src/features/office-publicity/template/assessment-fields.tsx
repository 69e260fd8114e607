"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@zhibu/ui/notice";
import { Panel } from "@zhibu/ui/panel";
import { TextAreaField } from "@zhibu/ui/text-area-field";
import { TextField } from "@zhibu/ui/text-field";
import type { TemplateFormState } from "./use-template-form.ts";

const answers = ["purpose", "necessity", "risks", "measures"] as const;

/** The prior impact assessment (PIPL art. 55, 56); a change of what is shown asks for a new one. */
export function AssessmentFields({ form }: { form: TemplateFormState }) {
  const t = useTranslations("office-publicity.template");
  const { assessment } = form.values;
  const set = (change: Partial<typeof assessment>) => form.set({ assessment: { ...assessment, ...change } });
  const isOutdated = form.changed.includes("columns") && !form.changed.includes("assessedOn");
  return (
    <Panel title={t("assessment")} description={t("assessmentLead")}>
      <div className="space-y-4">
        {isOutdated && (
          <output className="block">
            <Notice tone="waiting">{t("reassess")}</Notice>
          </output>
        )}
        {answers.map((answer) => (
          <TextAreaField
            key={answer}
            label={t(answer)}
            value={assessment[answer]}
            maxLength={500}
            onChange={(event) => set({ [answer]: event.target.value })}
            {...(form.isWrong(`assessment.${answer}`) && { error: t("wrong.text", { max: 500 }) })}
          />
        ))}
        <div className="grid gap-4 md:grid-cols-2">
          <TextField
            label={t("assessedBy")}
            value={assessment.assessedBy}
            maxLength={50}
            onChange={(event) => set({ assessedBy: event.target.value })}
            {...(form.isWrong("assessment.assessedBy") && { error: t("wrong.assessedBy") })}
          />
          <TextField
            type="date"
            label={t("assessedOn")}
            value={assessment.assessedOn}
            onChange={(event) => set({ assessedOn: event.target.value })}
            {...(form.isWrong("assessment.assessedOn") && { error: t("wrong.assessedOn") })}
          />
        </div>
      </div>
    </Panel>
  );
}
