"use client";

import { useTranslations } from "next-intl";
import type { BranchRules, ListedBranch } from "./branch-data.ts";

/** Items of this month against those due; short of it in the colour of what waits, and in figures anyway. */
export function MonthItems({ branch, rules }: { branch: ListedBranch; rules: BranchRules }) {
  const t = useTranslations("office-branches.cell");
  const enough = branch.monthItems >= rules.monthlyItemsDue;
  return (
    <span className={enough ? "text-ink" : "font-medium text-waiting"}>
      {t("monthItems", { count: branch.monthItems, due: rules.monthlyItemsDue })}
    </span>
  );
}

export function Waiting({ branch }: { branch: ListedBranch }) {
  const t = useTranslations("office-branches.cell");
  if (branch.waiting === 0) return <span className="text-ink-soft">{t("nothing")}</span>;
  return t("waiting", { count: branch.waiting });
}

type OverdueCounts = Pick<ListedBranch, "overdueReviews" | "failed" | "overdueCorrections">;

/** What is overdue, each kind in words. */
export function useOverdueWords(): (counts: OverdueCounts, rules: BranchRules) => string[] {
  const t = useTranslations("office-branches.cell");
  return ({ overdueReviews, failed, overdueCorrections }, rules) => [
    ...(overdueReviews > 0 ? [t("overdueReviews", { count: overdueReviews, hours: rules.reviewHoursMax })] : []),
    ...(failed > 0 ? [t("failed", { count: failed })] : []),
    ...(overdueCorrections > 0
      ? [t("overdueCorrections", { count: overdueCorrections, days: rules.correctionDaysMax })]
      : []),
  ];
}

export function Overdue({ branch, rules }: { branch: ListedBranch; rules: BranchRules }) {
  const t = useTranslations("office-branches.cell");
  const words = useOverdueWords()(branch, rules);
  if (words.length === 0) return <span className="text-ink-soft">{t("nothing")}</span>;
  return (
    <span className="text-bad">
      {words.map((sentence) => (
        <span key={sentence} className="block">
          {sentence}
        </span>
      ))}
    </span>
  );
}
