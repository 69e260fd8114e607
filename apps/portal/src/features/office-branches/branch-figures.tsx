"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RelativeTime } from "@zhibu/ui/relative-time";
import { useOverdueWords } from "./branch-cells.tsx";
import type { OfficeBranch } from "./branch-data.ts";

/** The branch in four figures, each with the word that says whether it is well. */
export function BranchFigures({ data: { figures, rules } }: { data: OfficeBranch }) {
  const t = useTranslations("office-branches.branch.figures");
  const overdueWords = useOverdueWords()(figures, rules);
  const missing = Math.max(0, rules.monthlyItemsDue - figures.monthItems);
  const overdue = figures.overdueReviews + figures.failed + figures.overdueCorrections;
  const time = (value: Date) => () => <RelativeTime value={value} />;
  return (
    <dl aria-label={t("label")} className="mb-4 grid grid-cols-2 gap-3 md:gap-4 lg:grid-cols-4">
      <Figure
        label={t("month")}
        value={t("monthValue", { count: figures.monthItems, due: rules.monthlyItemsDue })}
        note={missing > 0 ? t("monthShort", { missing }) : t("monthReached")}
        tone={missing > 0 ? "text-waiting" : "text-good"}
      />
      <Figure
        label={t("waiting")}
        value={figures.waiting}
        note={figures.waiting === 0 ? t("waitingNone") : t("waitingSome")}
        tone="text-ink-soft"
      />
      <Figure
        label={t("overdue")}
        value={overdue}
        note={
          overdue === 0
            ? t("overdueNone")
            : overdueWords.map((sentence) => (
                <span key={sentence} className="block">
                  {sentence}
                </span>
              ))
        }
        tone={overdue === 0 ? "text-good" : "text-bad"}
      />
      <Figure
        label={t("live")}
        value={figures.live}
        note={figures.lastActivity ? t.rich("lastActivity", { time: time(figures.lastActivity) }) : t("never")}
        tone="text-ink-soft"
      />
    </dl>
  );
}

type FigureProps = { label: string; value: ReactNode; note: ReactNode; tone: string };

function Figure({ label, value, note, tone }: FigureProps) {
  return (
    <div className="min-w-0 rounded-lg border border-line bg-surface px-4 py-3 md:px-5 md:py-4">
      <dt className="text-ink-soft">{label}</dt>
      <dd className="mt-0.5 text-2xl leading-9 font-semibold">{value}</dd>
      <dd className={`text-[13px] ${tone}`}>{note}</dd>
    </div>
  );
}
