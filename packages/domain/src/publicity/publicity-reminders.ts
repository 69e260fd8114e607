import { addDays } from "../kernel/calendar-day.ts";
import { shanghaiDay } from "../kernel/shanghai-time.ts";
import { shortestPeriod } from "./notice-period.ts";
import { isOpenObjection, type ObjectionState } from "./objection-states.ts";
import type { PublicityState } from "./publicity-states.ts";
import type { WorkingCalendar } from "./working-calendar.ts";

/** What people are reminded of, in the order the rules are looked at. */
export const publicityReminderStages = [
  "unsigned",
  "endsTomorrow",
  "statementDue",
  "objectionUnaccepted",
  "objectionUndecided",
] as const;
export type PublicityReminderStage = (typeof publicityReminderStages)[number];

/** Working days each stage is given before anybody is reminded. */
export const reminderWorkingDays = {
  unsigned: 1,
  statementDue: 1,
  objectionUnaccepted: 1,
  objectionUndecided: 5,
} as const satisfies Partial<Record<PublicityReminderStage, number>>;

/** A running list that ends before so many working days are over is one that ends soon. */
export const endingSoonWorkingDays = 2;

export type RemindedObjection = { id: string; state: ObjectionState; receivedAt: Date; decidedAt: Date | null };

/** What the rules look at of one list. */
export type RemindedList = {
  id: string;
  state: PublicityState;
  /** When it, or the correction of a running list, was handed to the secretary; `null` while nothing is. */
  submittedAt: Date | null;
  /** `YYYY-MM-DD`. */
  lastDay: string | null;
  endedAt: Date | null;
  objections: readonly RemindedObjection[];
};

export type PublicityReminder = {
  stage: PublicityReminderStage;
  /** Names matter and stage (`objectionUnaccepted:<id>`): people are reminded of it once. */
  occasion: string;
};

/**
 * The instant from which on something that began at `since` is over its working days. What falls on midnight belongs to
 * the day before: a list that ended on Monday at 24:00 has all of Tuesday.
 */
function overdueFrom(since: Date, workingDays: number, calendar: WorkingCalendar): Date {
  return shortestPeriod(new Date(since.getTime() - 1), workingDays, calendar).endsAt;
}

/** A running list whose end is not after this instant ends soon: two more working days, and so never less than 48 hours. */
export function endingSoonUntil(now: Date, calendar: WorkingCalendar): Date {
  return shortestPeriod(now, endingSoonWorkingDays, calendar).endsAt;
}

/** Everything people have to be reminded of about one list at `now`. Each stays due until it is done. */
export function remindersFor(list: RemindedList, calendar: WorkingCalendar, now: Date): PublicityReminder[] {
  const overdue = (since: Date | null, stage: keyof typeof reminderWorkingDays) =>
    since !== null && overdueFrom(since, reminderWorkingDays[stage], calendar) <= now;
  const due: PublicityReminder[] = [];
  const add = (stage: PublicityReminderStage, ...matter: readonly string[]) => {
    due.push({ stage, occasion: [stage, ...matter].join(":") });
  };
  const { id, state, submittedAt, lastDay } = list;
  const waitsForSignature = state === "in_review" || state === "running";
  if (submittedAt !== null && waitsForSignature && overdue(submittedAt, "unsigned"))
    add("unsigned", id, submittedAt.toISOString());
  if (state === "running" && lastDay !== null && addDays(shanghaiDay(now), 1) >= lastDay)
    add("endsTomorrow", id, lastDay);
  if (state === "ended" && overdue(statableSince(list), "statementDue")) add("statementDue", id);
  for (const objection of list.objections) {
    if (!isOpenObjection(objection.state)) continue;
    if (objection.state === "received" && overdue(objection.receivedAt, "objectionUnaccepted"))
      add("objectionUnaccepted", objection.id);
    if (overdue(objection.receivedAt, "objectionUndecided")) add("objectionUndecided", objection.id);
  }
  return due;
}

/** Since when the result could be stated: the end, or the decision on the last objection. `null` while one is open. */
function statableSince({ endedAt, objections }: RemindedList): Date | null {
  if (endedAt === null || objections.some(({ state }) => isOpenObjection(state))) return null;
  const instants = [endedAt, ...objections.flatMap(({ decidedAt }) => decidedAt ?? [])].map((at) => at.getTime());
  return new Date(Math.max(...instants));
}
