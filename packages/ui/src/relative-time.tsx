"use client";

import { useEffect, useState } from "react";

const zone = "Asia/Shanghai";
const words = new Intl.RelativeTimeFormat("zh-CN", { numeric: "auto" });
const exact = new Intl.DateTimeFormat("zh-CN", { timeZone: zone, dateStyle: "long", timeStyle: "short" });
const thisYear = new Intl.DateTimeFormat("zh-CN", { timeZone: zone, month: "long", day: "numeric" });
const otherYear = new Intl.DateTimeFormat("zh-CN", { timeZone: zone, year: "numeric", month: "long", day: "numeric" });
const dayParts = new Intl.DateTimeFormat("en-CA", { timeZone: zone });

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Midnight in Shanghai as a day count, so that "yesterday" is the calendar's and not 24 hours ago. */
function dayNumber(date: Date): number {
  return Math.round(Date.parse(`${dayParts.format(date)}T00:00:00Z`) / day);
}

/** Minutes and hours within a day, days within a week, then the date; in Asia/Shanghai. */
export function relativeTimeText(value: Date, now: Date): string {
  const distance = value.getTime() - now.getTime();
  const days = dayNumber(value) - dayNumber(now);
  if (Math.abs(distance) < minute) return words.format(0, "second");
  if (Math.abs(distance) < hour) return words.format(Math.trunc(distance / minute), "minute");
  if (days === 0) return words.format(Math.trunc(distance / hour), "hour");
  if (Math.abs(days) < 7) return words.format(days, "day");
  return (dayParts.format(value).slice(0, 4) === dayParts.format(now).slice(0, 4) ? thisYear : otherYear).format(value);
}

/** A moment as people say it, the exact time in its title; kept true while the page stays open. */
export function RelativeTime({ value, className }: { value: Date; className?: string }) {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), minute);
    return () => clearInterval(timer);
  }, []);
  return (
    // A minute may pass between the server's clock and the browser's.
    <time dateTime={value.toISOString()} title={exact.format(value)} className={className} suppressHydrationWarning>
      {relativeTimeText(value, now)}
    </time>
  );
}
