"use client";

import { useTranslations } from "next-intl";
import type { TrailItem } from "@zhibu/core/audit/list-trail";
import { useAuditWords } from "./use-audit-words.ts";

/** What a record is about, by its name of today. */
export function useSubjectText(): (item: Pick<TrailItem, "subject" | "subjectType">) => string {
  const t = useTranslations("office-audit.row");
  const words = useAuditWords();
  return ({ subject, subjectType }) => {
    const type = words.subjectType(subjectType) ?? subjectType;
    if (!subject || subject.name === "") return type;
    return subject.no === null
      ? t("about", { type, name: subject.name })
      : t("aboutNo", { type, name: subject.name, no: String(subject.no) });
  };
}
