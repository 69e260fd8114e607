"use client";

import { useTranslations } from "next-intl";
import { type Arrangement, runsOf } from "./year-days.ts";

/** The days that differ, in words: what is compared with the State Council's document. */
export function YearSummary({ arrangement }: { arrangement: Arrangement }) {
  const t = useTranslations("office-publicity.year");
  const { daysOff, swappedIn } = arrangement;
  return (
    <dl className="grid gap-3 md:grid-cols-2" aria-label={t("summary")}>
      <div>
        <dt className="font-medium text-bad">{t("offDays", { count: daysOff.size })}</dt>
        <dd>
          <Days days={daysOff} />
        </dd>
      </div>
      <div>
        <dt className="font-medium text-info">{t("swappedDays", { count: swappedIn.size })}</dt>
        <dd>
          <Days days={swappedIn} />
        </dd>
      </div>
    </dl>
  );
}

function Days({ days }: { days: ReadonlySet<string> }) {
  const t = useTranslations("office-publicity.year");
  const words = (day: string) => {
    const [, month = 1, date = 1] = day.split("-").map(Number);
    return t("day", { month, day: date });
  };
  if (days.size === 0) return t("none");
  return runsOf(days)
    .map(({ from, to }) => (from === to ? words(from) : t("range", { from: words(from), to: words(to) })))
    .join("、");
}
