"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { AuditWords } from "./describe-changes.ts";

/** The words for the codes of records, in components; `loadAuditWords` has the same on the server. */
export function useAuditWords(): AuditWords {
  const t = useTranslations("office-audit");
  return useMemo(
    () => ({
      action: (code) => (t.has(`action.${code}`) ? t(`action.${code}`) : null),
      subjectType: (code) => (t.has(`subjectType.${code}`) ? t(`subjectType.${code}`) : null),
      field: (key) => (t.has(`field.${key}`) ? t(`field.${key}`) : null),
      value: (code) => (t.has(`value.${code}`) ? t(`value.${code}`) : null),
      change: (code) => (t.has(`change.${code}`) ? t(`change.${code}`) : null),
      anyChange: t("anyChange"),
      nothing: t("nothing"),
      empty: t("emptyText"),
      system: t("system"),
      college: t("college"),
    }),
    [t],
  );
}
