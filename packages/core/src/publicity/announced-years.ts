import chineseDays from "chinese-days";
import type { WorkingYear } from "@zhibu/domain/publicity/working-calendar";

function daysOf(year: number): string[] {
  const days: string[] = [];
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

/**
 * The arrangement of a year as a maintained library has it; `null` for one it does not know. A year without any day off
 * on a Monday to Friday has not been announced: New Year's Day and National Day are always off, and never both at weekends.
 */
export function announcedYear(year: number): WorkingYear | null {
  const days = daysOf(year);
  const daysOff = days.filter((day) => !isWeekend(day) && !chineseDays.isWorkday(day));
  const swappedIn = days.filter((day) => isWeekend(day) && chineseDays.isWorkday(day));
  return daysOff.length === 0 ? null : { daysOff: new Set(daysOff), swappedIn: new Set(swappedIn) };
}
