"use client";

import { useTranslations } from "next-intl";
import type { ColumnItem } from "@zhibu/core/columns/list-columns";
import { cadenceKey } from "@zhibu/domain/columns/cadence";
import { StatusWord } from "@zhibu/ui/status-word";

/** Whose column it is, and whether readers see it. */
export function ColumnKindWords({ column, hiddenByParent }: { column: ColumnItem; hiddenByParent: boolean }) {
  const t = useTranslations("columns");
  const isRenamed = column.baselineName !== null && column.baselineName !== column.name;
  return (
    <>
      <StatusWord tone={column.baselineName === null ? "info" : "neutral"}>
        {t(column.baselineName === null ? "kind.own" : "kind.baseline")}
      </StatusWord>
      {column.hidden && <StatusWord tone="waiting">{t("hidden")}</StatusWord>}
      {!column.hidden && hiddenByParent && <StatusWord tone="waiting">{t("hiddenByParent")}</StatusWord>}
      {isRenamed && (
        <span className="text-[13px] text-ink-soft">{t("kind.renamed", { name: column.baselineName ?? "" })}</span>
      )}
    </>
  );
}

/** How often the column should see something new, in words. */
export function CadenceWords({ days }: { days: number | null }) {
  const t = useTranslations("columns.cadence");
  return t(cadenceKey(days), { days: days ?? 0 });
}

/** A hint where something is due; a column in good order says nothing. */
export function FreshnessWord({ column }: { column: ColumnItem }) {
  const t = useTranslations("columns.freshness");
  const { freshness } = column;
  switch (freshness?.state) {
    case "overdue":
      return <StatusWord tone="bad">{t("overdue", { days: freshness.daysOver })}</StatusWord>;
    case "due":
      return <StatusWord tone="waiting">{t("due", { days: freshness.daysLeft })}</StatusWord>;
    case "blank":
      return <StatusWord tone={column.cadenceDays === null ? "neutral" : "waiting"}>{t("blank")}</StatusWord>;
    default:
      return null;
  }
}
