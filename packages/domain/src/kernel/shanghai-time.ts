const dayFormat = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Asia/Shanghai",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** The calendar day (`YYYY-MM-DD`) of an instant in Asia/Shanghai, the only zone the college lives in. */
export function shanghaiDay(instant: Date): string {
  return dayFormat.format(instant);
}

/** The first instant of the month of `instant` in Asia/Shanghai (UTC+8 all year since 1991). */
export function startOfShanghaiMonth(instant: Date): Date {
  return new Date(`${shanghaiDay(instant).slice(0, 7)}-01T00:00:00+08:00`);
}

/** The first instant of the day after that of `instant` in Asia/Shanghai. */
export function nextShanghaiDay(instant: Date): Date {
  return new Date(Date.parse(`${shanghaiDay(instant)}T00:00:00+08:00`) + 86_400_000);
}
