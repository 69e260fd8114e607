"use client";

import { useTranslations } from "next-intl";
import type { PublicityTemplate } from "@zhibu/domain/publicity/publicity-template";
import { fieldsOf, type TemplateField } from "@zhibu/domain/publicity/template-changes";

/** A field of a template as words people read. */
export function useFieldWords(): (field: TemplateField, template: PublicityTemplate) => string {
  const t = useTranslations("office-publicity.template");
  return (field, template) => {
    if (field === "columns") {
      return template.columns
        .map(({ label, kind, required, lengthMax }) =>
          t("columnWords", { label, kind: t(`kinds.${kind}`), required: required ? "yes" : "no", max: lengthMax }),
        )
        .join("、");
    }
    if (field === "workingDaysMin") return t("daysWords", { days: template.workingDaysMin });
    if (field === "scope") return t(`scopes.${template.scope}`);
    return fieldsOf(template)[field];
  };
}
