"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type MouseEvent, useRef, useState } from "react";
import { MonthGrid } from "./month-grid.tsx";
import { type Arrangement, dayAfterKey, toggled } from "./year-days.ts";

type YearGridProps = { year: number; arrangement: Arrangement; onChange: (next: Arrangement) => void };

function dayOf(target: EventTarget): string | null {
  return target instanceof Element ? (target.closest<HTMLElement>("[data-day]")?.dataset["day"] ?? null) : null;
}

/** The whole year as twelve months. The tabulator stops once; from there the arrows lead to every day. */
export function YearGrid({ year, arrangement, onChange }: YearGridProps) {
  const t = useTranslations("office-publicity.year");
  const [stop, setStop] = useState(`${year}-01-01`);
  const grid = useRef<HTMLFieldSetElement>(null);
  function turn(event: MouseEvent): void {
    const day = dayOf(event.target);
    if (day === null) return;
    setStop(day);
    onChange(toggled(arrangement, day));
  }
  function move(event: KeyboardEvent): void {
    const day = dayOf(event.target);
    const next = day === null ? null : dayAfterKey(day, event.key);
    if (next === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    setStop(next);
    grid.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus();
  }
  return (
    // The days themselves are buttons; their year hears for all of them.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset
      ref={grid}
      aria-label={t("title", { year })}
      onClick={turn}
      onKeyDown={move}
      className="grid items-start gap-x-6 gap-y-5 sm:grid-cols-2 xl:grid-cols-3"
    >
      {Array.from({ length: 12 }, (_, index) => (
        <MonthGrid key={index} year={year} month={index + 1} arrangement={arrangement} stop={stop} />
      ))}
    </fieldset>
  );
}
