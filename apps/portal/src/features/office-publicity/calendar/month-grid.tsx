"use client";

import { useTranslations } from "next-intl";
import { memo } from "react";
import { type Arrangement, type DayKind, kindOf, weekdayOf, weeksOf } from "./year-days.ts";

const looks: Record<DayKind, string> = {
  work: "text-ink",
  weekend: "bg-neutral-soft text-ink-soft",
  off: "bg-bad-soft font-semibold text-bad",
  swapped: "bg-info-soft font-semibold text-info",
};

/** Monday first, as calendars in China are printed for work. */
const weekdays = [1, 2, 3, 4, 5, 6, 0];

type MonthGridProps = {
  year: number;
  month: number;
  arrangement: Arrangement;
  /** The one day of the year the tabulator stops at. */
  stop: string;
};

/** One month; what its days do is the year's to say. */
export const MonthGrid = memo(function MonthGrid({ year, month, arrangement, stop }: MonthGridProps) {
  const t = useTranslations("office-publicity.year");
  return (
    <table className="w-full table-fixed border-separate border-spacing-0.5">
      <caption className="pb-1 text-left font-semibold">{t("month", { month })}</caption>
      <thead>
        <tr>
          {weekdays.map((day) => (
            <th key={day} scope="col" className="text-[13px] font-normal text-ink-soft">
              {t("weekday", { day })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month).map((week, index) => (
          <tr key={index}>
            {week.map((day, at) => (
              <td key={day ?? `${index}-${at}`} className="p-0">
                {day !== null && <Day day={day} kind={kindOf(day, arrangement)} isStop={day === stop} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
});

function Day({ day, kind, isStop }: { day: string; kind: DayKind; isStop: boolean }) {
  const t = useTranslations("office-publicity.year");
  const [, month = 1, date = 1] = day.split("-").map(Number);
  const mark = kind === "off" ? t("offMark") : kind === "swapped" ? t("swappedMark") : "";
  const label = t("dayLabel", {
    month,
    day: date,
    weekday: t("weekday", { day: weekdayOf(day) }),
    state: t(kind === "work" ? "work" : kind),
  });
  return (
    <button
      type="button"
      data-day={day}
      data-mark={mark}
      aria-label={label}
      aria-pressed={kind === "off" || kind === "swapped"}
      tabIndex={isStop ? 0 : -1}
      className={`relative after:absolute after:top-0 after:right-0.5 after:text-[11px] after:leading-4 after:content-[attr(data-mark)] h-10 w-full rounded text-[13px] hover:ring-1 hover:ring-brand md:h-9 ${looks[kind]}`}
    >
      {date}
    </button>
  );
}
