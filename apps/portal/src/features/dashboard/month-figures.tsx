"use client";

import { useTranslations } from "next-intl";
import type { Dashboard } from "../articles/article-data.ts";

/** The month in three figures: items against those due, the share within 48 hours, and what waits. */
export function MonthFigures({ data }: { data: Dashboard }) {
  const t = useTranslations("dashboard.figures");
  const { thisMonth, monthlyItemsDue } = data;
  const missing = Math.max(0, monthlyItemsDue - thisMonth.items);
  const share = thisMonth.items === 0 ? null : Math.round((thisMonth.prompt / thisMonth.items) * 100);
  const undated = thisMonth.items - thisMonth.dated;
  return (
    <dl className="mb-4 grid gap-4 md:grid-cols-3">
      <Figure
        label={t("items.label")}
        value={t("items.value", { items: thisMonth.items, due: monthlyItemsDue })}
        note={missing > 0 ? t("items.missing", { missing }) : t("items.reached")}
        good={missing === 0}
      />
      <Figure
        label={t("prompt.label")}
        value={share === null ? t("prompt.none") : t("prompt.value", { share })}
        note={
          share === null
            ? t("prompt.noneHint")
            : undated > 0
              ? t("prompt.undated", { undated })
              : t("prompt.counts", thisMonth)
        }
        good={share === null || share >= 90}
      />
      <Figure
        label={t("waiting.label")}
        value={t("waiting.value", { count: data.waiting.length })}
        note={data.waiting.length === 0 ? t("waiting.none") : t("waiting.hint")}
        good={data.waiting.length === 0}
      />
    </dl>
  );
}

function Figure({ label, value, note, good }: { label: string; value: string; note: string; good: boolean }) {
  return (
    <div className="rounded-lg border border-line bg-surface px-4 py-4 md:px-5">
      <dt className="text-ink-soft">{label}</dt>
      <dd className="mt-1 text-2xl leading-9 font-semibold">{value}</dd>
      <dd className={`mt-0.5 text-[13px] ${good ? "text-good" : "text-waiting"}`}>{note}</dd>
    </div>
  );
}
