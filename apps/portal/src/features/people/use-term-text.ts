"use client";

import { useTranslations } from "next-intl";

const dayFormat = new Intl.DateTimeFormat("zh-CN", { timeZone: "UTC", year: "numeric", month: "long", day: "numeric" });

/** A calendar day has no zone: read and written in the same one, it stays the day it is. */
function dayText(day: string): string {
  return dayFormat.format(new Date(`${day}T00:00:00Z`));
}

/** A term as people write it, from day to day, both included. */
export function useTermText(): (term: { startsOn: string; endsOn: string | null }) => string {
  const t = useTranslations("common.term");
  return ({ startsOn, endsOn }) =>
    endsOn === null
      ? t("open", { from: dayText(startsOn) })
      : t("closed", { from: dayText(startsOn), to: dayText(endsOn) });
}
