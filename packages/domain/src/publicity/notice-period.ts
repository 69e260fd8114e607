import { AppError } from "../kernel/app-error.ts";
import { addDays } from "../kernel/calendar-day.ts";
import { shanghaiDay } from "../kernel/shanghai-time.ts";
import { isArranged, isWorkingDay, type WorkingCalendar } from "./working-calendar.ts";

/**
 * How long a list is publicised. The day it begins does not count (Civil Code art. 201), so the period holds whole
 * working days only, whatever the hour it began at.
 */
export type NoticePeriod = {
  startsAt: Date;
  /** The last working day that counts, `YYYY-MM-DD`. */
  lastDay: string;
  /** Midnight after the last day, in Asia/Shanghai: from this instant on it is over. */
  endsAt: Date;
  /** 暂算: a day of it lies in a year whose arrangement is not known. */
  provisional: boolean;
};

/** Longest run of days without enough working days that is looked through; beyond it the calendar is wrong. */
const daysLookedAtMax = 400;

/** The first instant of a day in Asia/Shanghai. */
function startOf(day: string): Date {
  return new Date(`${day}T00:00:00+08:00`);
}

function periodUntil(startsAt: Date, lastDay: string, provisional: boolean): NoticePeriod {
  return { startsAt, lastDay, endsAt: startOf(addDays(lastDay, 1)), provisional };
}

/**
 * The shortest period from `startsAt` with `workingDays` (≥ 1) whole working days.
 * @throws AppError INVALID when the calendar has no such days within a year: it was filled in wrongly.
 */
export function shortestPeriod(startsAt: Date, workingDays: number, calendar: WorkingCalendar): NoticePeriod {
  let day = shanghaiDay(startsAt);
  let counted = 0;
  let provisional = false;
  for (let looked = 0; looked < daysLookedAtMax; looked += 1) {
    day = addDays(day, 1);
    provisional ||= !isArranged(calendar, day);
    if (isWorkingDay(calendar, day)) counted += 1;
    if (counted >= workingDays) return periodUntil(startsAt, day, provisional);
  }
  throw new AppError("INVALID", "publicity.calendarWithoutWorkingDays", { workingDays });
}

/**
 * The period that lasts through `lastDay`, which may be later than the shortest one demands.
 * @throws AppError INVALID when it is earlier: a period can be lengthened, never shortened.
 */
export function periodThrough(
  startsAt: Date,
  lastDay: string,
  workingDaysMin: number,
  calendar: WorkingCalendar,
): NoticePeriod {
  const shortest = shortestPeriod(startsAt, workingDaysMin, calendar);
  if (lastDay < shortest.lastDay) {
    throw new AppError("INVALID", "publicity.periodTooShort", {
      workingDays: workingDaysMin,
      lastDay: shortest.lastDay,
    });
  }
  return periodUntil(startsAt, lastDay, shortest.provisional || !isArranged(calendar, lastDay));
}

/**
 * The period after a calendar was loaded or edited. What was announced is never shortened: the last day moves
 * later when days turned out to be off, and stays when they turned out to be worked.
 */
export function recomputedPeriod(
  announced: Pick<NoticePeriod, "startsAt" | "lastDay">,
  workingDaysMin: number,
  calendar: WorkingCalendar,
): NoticePeriod {
  const shortest = shortestPeriod(announced.startsAt, workingDaysMin, calendar);
  const lastDay = shortest.lastDay > announced.lastDay ? shortest.lastDay : announced.lastDay;
  return periodThrough(announced.startsAt, lastDay, workingDaysMin, calendar);
}

/** Whole working days a period from `startsAt` through `lastDay` holds; the day it begins is none of them. */
export function workingDaysIn(startsAt: Date, lastDay: string, calendar: WorkingCalendar): number {
  let count = 0;
  for (let day = addDays(shanghaiDay(startsAt), 1); day <= lastDay; day = addDays(day, 1)) {
    if (isWorkingDay(calendar, day)) count += 1;
  }
  return count;
}

/** Days left as readers are told: 0 on the last day, negative never; the day of `now` is not counted. */
export function daysLeft(period: Pick<NoticePeriod, "lastDay">, now: Date): number {
  const today = Date.parse(`${shanghaiDay(now)}T00:00:00Z`);
  const last = Date.parse(`${period.lastDay}T00:00:00Z`);
  return Math.max(0, Math.round((last - today) / 86_400_000));
}
