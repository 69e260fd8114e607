import { getTranslations } from "next-intl/server";
import type { AuditWords } from "./describe-changes.ts";

/** The words for the codes of records, in routes; `useAuditWords` has the same for components. */
export async function loadAuditWords(): Promise<AuditWords> {
  const t = await getTranslations("office-audit");
  return {
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
  };
}
