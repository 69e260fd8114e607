import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { shortestPeriod, type NoticePeriod } from "@zhibu/domain/publicity/notice-period";
import type { PublicityEntry } from "@zhibu/domain/publicity/publicity-draft";
import {
  nextPublicityState,
  type PublicityAction,
  type PublicityState,
} from "@zhibu/domain/publicity/publicity-states";
import { isWorkingDay, type WorkingCalendar } from "@zhibu/domain/publicity/working-calendar";
import type { DemoList, ListStep, Moment } from "../demo/demo-list.ts";
import { addDays } from "../engine/shanghai-time.ts";

export type ListDesk = "organiser" | "secretary";

/** A step as timeline and trail know it; `text` is the index of the text it was about. */
export type ListMove = {
  action: PublicityAction | "create" | "prepareCorrection" | "submitCorrection";
  from: PublicityState | null;
  to: PublicityState;
  by: ListDesk;
  at: Date;
  reason: string;
  text: number | null;
  entries: number;
  /** What the move began or moved. */
  period: NoticePeriod | null;
};

/** A signed text with the time it was shown. */
export type ListText = {
  entries: readonly PublicityEntry[];
  preparedAt: Date;
  signedAt: Date;
  reason: string;
  startsAt: Date | null;
  endsAt: Date | null;
};

export type ReplayedList = {
  state: PublicityState;
  since: Date;
  moves: ListMove[];
  texts: ListText[];
  /** What is being prepared; `null` once readers see it. */
  draft: readonly PublicityEntry[] | null;
  submittedAt: Date | null;
  plannedAt: Date | null;
  period: NoticePeriod | null;
  endedAt: Date | null;
  statedAt: Date | null;
};

/** What the replay has to know beside the list: until when, by which calendar, and the template's shortest period. */
export type ReplayFrame = { now: Date; calendar: WorkingCalendar; workingDaysMin: number };

/** The instants of a list's moments. */
export function instantsOf({ workingDaysAgo }: DemoList, { now, calendar }: ReplayFrame): (moment: Moment) => Date {
  const dayAt = (from: Date, workingDays: number): Date => {
    const direction = Math.sign(workingDays);
    let [day, left] = [from, Math.abs(workingDays)];
    while (left > 0) {
      day = addDays(day, direction);
      if (isWorkingDay(calendar, shanghaiDay(day))) left -= 1;
    }
    return day;
  };
  const first = dayAt(now, -workingDaysAgo);
  return ({ day, time }) => new Date(`${shanghaiDay(dayAt(first, day))}T${time}:00+08:00`);
}

type Told = Pick<ListMove, "action" | "by" | "at"> & Partial<ListMove>;

/** Notes a move; where the table of moves has one by this name, it also leads to the next state. */
function note(list: ReplayedList, move: Told): void {
  const from = list.moves.length === 0 ? null : list.state;
  const { action } = move;
  const aside = action === "create" || action === "prepareCorrection" || action === "submitCorrection";
  const to = aside ? list.state : nextPublicityState(list.state, action);
  if (to !== list.state || from === null) list.since = move.at;
  list.state = to;
  const entries = (list.draft ?? list.texts.at(-1)?.entries ?? []).length;
  const text = list.texts.length === 0 ? null : list.texts.length - 1;
  list.moves.push({ reason: "", period: null, entries, text, ...move, from, to });
}

/** Nothing is being prepared any more. */
function clearDesk(list: ReplayedList): void {
  list.draft = null;
  list.submittedAt = null;
}

/** From when and until when the newest text is shown. */
function show(list: ReplayedList, startsAt: Date, { workingDaysMin, calendar }: ReplayFrame): NoticePeriod {
  const period = shortestPeriod(startsAt, workingDaysMin, calendar);
  const text = list.texts.at(-1);
  if (!text) throw new Error("nothing was signed");
  text.startsAt = startsAt;
  text.endsAt = period.endsAt;
  list.period = period;
  return period;
}

/** What is over or due by an instant begins and ends, as the clock would have it. */
function tick(list: ReplayedList, until: Date, frame: ReplayFrame): void {
  if (list.state === "signed" && list.plannedAt !== null && list.plannedAt <= until) {
    const period = show(list, list.plannedAt, frame);
    note(list, { action: "start", by: "secretary", at: period.startsAt, period });
    clearDesk(list);
  }
  if (list.state === "running" && list.period !== null && list.period.endsAt <= until) {
    list.endedAt = list.period.endsAt;
    note(list, { action: "end", by: "secretary", at: list.endedAt });
    clearDesk(list);
  }
}

/** Fixes what was handed in as the next text. */
function fix(list: ReplayedList, at: Date, reason: string): void {
  const { draft, submittedAt } = list;
  if (draft === null || submittedAt === null) throw new Error("nothing was handed in");
  list.texts.push({ entries: draft, preparedAt: submittedAt, signedAt: at, reason, startsAt: null, endsAt: null });
}

/** The new text takes the old one's place, and the whole period begins again. */
function correct(list: ReplayedList, at: Date, reason: string, frame: ReplayFrame): void {
  const before = list.texts.at(-1);
  if (before) before.endsAt = at;
  fix(list, at, reason);
  note(list, { action: "correct", by: "secretary", at, reason, period: show(list, at, frame) });
  clearDesk(list);
}

function take(list: ReplayedList, step: ListStep, frame: ReplayFrame, at: (moment: Moment) => Date): void {
  const now = at(step);
  switch (step.verb) {
    case "create":
      return note(list, { action: "create", by: "organiser", at: now });
    case "edit":
    case "prepareCorrection":
      list.draft = step.entries;
      return note(list, { action: step.verb, by: "organiser", at: now });
    case "submit":
    case "submitCorrection":
      list.submittedAt = now;
      return note(list, { action: step.verb, by: "organiser", at: now });
    case "return":
      list.submittedAt = null;
      return note(list, { action: "return", by: "secretary", at: now, reason: step.reason });
    case "sign":
      fix(list, now, "");
      list.plannedAt = step.begins ? at(step.begins) : now;
      note(list, { action: "sign", by: "secretary", at: now });
      return tick(list, now, frame);
    case "correct":
      return correct(list, now, step.reason, frame);
    case "state":
      list.statedAt = now;
      return note(list, { action: "state", by: "secretary", at: now });
  }
}

/**
 * What a list's story leaves behind by `now`, by the same table of moves and the same calendar the use cases obey.
 * @throws AppError CONFLICT for an impossible step.
 */
export function replayPublicity(demo: DemoList, frame: ReplayFrame): ReplayedList {
  const at = instantsOf(demo, frame);
  const list: ReplayedList = {
    ...{ state: "draft", since: frame.now, moves: [], texts: [], draft: null, submittedAt: null },
    ...{ plannedAt: null, period: null, endedAt: null, statedAt: null },
  };
  for (const step of demo.steps) {
    tick(list, at(step), frame);
    take(list, step, frame, at);
  }
  tick(list, frame.now, frame);
  return list;
}
