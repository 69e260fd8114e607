import { AppError } from "../kernel/app-error.ts";

/** One year of the State Council's arrangement: what differs from "Monday to Friday". Days are `YYYY-MM-DD`. */
export type WorkingYear = {
  /** Mondays to Fridays nobody works. */
  daysOff: ReadonlySet<string>;
  /** Saturdays and Sundays everybody works in exchange (调休). */
  swappedIn: ReadonlySet<string>;
};

/** The years whose arrangement is known; a year that is missing has not been announced or loaded yet. */
export type WorkingCalendar = ReadonlyMap<number, WorkingYear>;

/**
 * Whether days make an arrangement of the year: days off fall on Mondays to Fridays, days worked on weekends, all in the year.
 * @throws AppError INVALID naming the first day that does not fit.
 */
export function assertArrangement(year: number, daysOff: readonly string[], swappedIn: readonly string[]): void {
  const wrong = (reason: string, day: string) => new AppError("INVALID", `publicity.calendar.${reason}`, { day });
  for (const day of [...daysOff, ...swappedIn]) if (yearOf(day) !== year) throw wrong("otherYear", day);
  for (const day of daysOff) if (isWeekend(day)) throw wrong("weekendOff", day);
  for (const day of swappedIn) if (!isWeekend(day)) throw wrong("weekdaySwapped", day);
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

function isWeekend(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/** Whether the day's arrangement is known; where it is not, Monday to Friday is a guess. */
export function isArranged(calendar: WorkingCalendar, day: string): boolean {
  return calendar.has(yearOf(day));
}

/** Whether people work on the day; Monday to Friday in a year without an arrangement. */
export function isWorkingDay(calendar: WorkingCalendar, day: string): boolean {
  const year = calendar.get(yearOf(day));
  if (isWeekend(day)) return year?.swappedIn.has(day) ?? false;
  return !(year?.daysOff.has(day) ?? false);
}
