import { AppError } from "../kernel/app-error.ts";
import { addDays } from "../kernel/calendar-day.ts";

/** A role's term in calendar days of Asia/Shanghai, both ends included; no end means open. */
export type Term = { startsOn: string; endsOn: string | null };

/** Whether the term covers the day (`YYYY-MM-DD`); ISO days compare as text. */
export function termCovers(term: Term, day: string): boolean {
  return term.startsOn <= day && (term.endsOn === null || day <= term.endsOn);
}

/** @throws AppError INVALID when the term ends before it begins. */
export function assertTerm({ startsOn, endsOn }: Term): void {
  if (endsOn !== null && endsOn < startsOn) throw new AppError("INVALID", "appointment.endsBeforeStart");
}

/** Whether two terms share a day. */
export function termsOverlap(a: Term, b: Term): boolean {
  return (b.endsOn === null || a.startsOn <= b.endsOn) && (a.endsOn === null || b.startsOn <= a.endsOn);
}

/**
 * A term may be ended on any day from yesterday on (what is past is not rewritten), or called off before it began;
 * it never becomes longer: a new appointment does that.
 * @throws AppError CONFLICT (over, or would be longer) or INVALID (a day that is past).
 */
export function assertEndable(term: Term, endsOn: string, today: string): void {
  if (term.endsOn !== null && term.endsOn < today) throw new AppError("CONFLICT", "appointment.over");
  if (term.endsOn !== null && endsOn > term.endsOn) throw new AppError("CONFLICT", "appointment.wouldBeLonger");
  const earliest = addDays(term.startsOn > today ? term.startsOn : today, -1);
  if (endsOn < earliest) throw new AppError("INVALID", "appointment.endsInPast", { earliest });
}
