const zone = "Asia/Shanghai";
const clock = new Intl.DateTimeFormat("zh-CN", { timeZone: zone, hour: "2-digit", minute: "2-digit" });
const dayAndClock = new Intl.DateTimeFormat("zh-CN", {
  timeZone: zone,
  ...{ month: "long", day: "numeric", hour: "2-digit", minute: "2-digit" },
});
const full = new Intl.DateTimeFormat("zh-CN", {
  timeZone: zone,
  ...{ year: "numeric", month: "long", day: "numeric", hour: "2-digit", minute: "2-digit" },
});
const dayOnly = new Intl.DateTimeFormat("zh-CN", { timeZone: zone, year: "numeric", month: "long", day: "numeric" });
const dayNumber = new Intl.DateTimeFormat("en-CA", { timeZone: zone });

/** Only as much of a moment as isn't clear from today: `14:32`, with the day before that, with the year before this one. */
export function momentText(instant: Date, now: Date): string {
  if (dayNumber.format(instant) === dayNumber.format(now)) return clock.format(instant);
  const sameYear = dayNumber.format(instant).slice(0, 4) === dayNumber.format(now).slice(0, 4);
  return (sameYear ? dayAndClock : full).format(instant);
}

export function fullMomentText(instant: Date): string {
  return full.format(instant);
}

export function dayText(instant: Date): string {
  return dayOnly.format(instant);
}
