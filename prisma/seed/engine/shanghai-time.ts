const hour = 3_600_000;
const day = 24 * hour;
/** China has kept UTC+8 without summer time since 1991. */
const offset = 8 * hour;

export type ShanghaiDate = { year: number; month: number; day: number };

export function shanghaiDate(at: Date): ShanghaiDate {
  const shifted = new Date(at.getTime() + offset);
  return { year: shifted.getUTCFullYear(), month: shifted.getUTCMonth() + 1, day: shifted.getUTCDate() };
}

/** The instant of a wall-clock time in Shanghai; `month` counts from 1, overflowing days and months roll over. */
export function atShanghai(year: number, month: number, dayOfMonth: number, hours = 0, minutes = 0): Date {
  return new Date(Date.UTC(year, month - 1, dayOfMonth, hours, minutes) - offset);
}

export function shanghaiHour(at: Date): number {
  return new Date(at.getTime() + offset).getUTCHours();
}

/** 0 is Sunday. */
export function shanghaiWeekday(at: Date): number {
  return new Date(at.getTime() + offset).getUTCDay();
}

export function isWeekend(at: Date): boolean {
  return [0, 6].includes(shanghaiWeekday(at));
}

/** The day itself from Monday to Friday, the Friday before at weekends. */
export function workdayBefore(day: Date): Date {
  const weekday = shanghaiWeekday(day);
  return addDays(day, weekday === 6 ? -1 : weekday === 0 ? -2 : 0);
}

export function addMinutes(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * 60_000);
}

export function addHours(at: Date, hours: number): Date {
  return new Date(at.getTime() + hours * hour);
}

export function addDays(at: Date, days: number): Date {
  return new Date(at.getTime() + days * day);
}

/** Like `5月12日`. */
export function monthDay(at: Date): string {
  const date = shanghaiDate(at);
  return `${date.month}月${date.day}日`;
}

/** Like `2026年5月12日`. */
export function fullDate(at: Date): string {
  return `${shanghaiDate(at).year}年${monthDay(at)}`;
}
