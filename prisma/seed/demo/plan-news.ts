import type { Random } from "../engine/random.ts";
import {
  addDays,
  addHours,
  atShanghai,
  shanghaiDate,
  shanghaiWeekday,
  workdayBefore,
} from "../engine/shanghai-time.ts";
import type { BranchProfile } from "./branch-profile.ts";
import { newsColumns } from "./corpus/all-topics.ts";
import type { Topic } from "./corpus/topic.ts";

export type PlannedNews = { column: string; topic: Topic; at: Date };

/** How busy each month of a school year is, January first. */
const season = [0.7, 0.5, 1.1, 1.15, 1.2, 1.2, 0.8, 0.45, 1.15, 1.05, 1.2, 1.15];
const officeTimes = [
  [9, 0],
  [9, 30],
  [10, 0],
  [14, 30],
  [15, 0],
  [15, 30],
  [16, 0],
] as const;
/** News a month of an ordinary branch; livelier ones tell a topic more often. */
const commonTempo = 4.5;
/** Days before the same topic may come again in a branch, and in another one. */
const ownGapDays = 45;
const otherGapDays = 3;
/** The freshest event leaves its writers this much time. */
const writingHours = 5;

/** Which topics were told when: shared by all branches, so that the portal's newest don't look alike. */
export type NewsLedger = Map<string, { branch: string; at: Date }[]>;

type MonthWindow = { year: number; month: number; from: Date; until: Date; share: number };

function monthsBack(now: Date, monthsAgo: number, oldest: Date): MonthWindow {
  const today = shanghaiDate(now);
  const first = atShanghai(today.year, today.month - monthsAgo, 1);
  const next = atShanghai(today.year, today.month - monthsAgo + 1, 1);
  const { year, month } = shanghaiDate(first);
  const from = first < oldest ? oldest : first;
  const until = next > now ? now : next;
  const share = Math.max(0, until.getTime() - from.getTime()) / (next.getTime() - first.getTime());
  return { year, month, from, until, share };
}

export function suits(topic: Topic, profile: BranchProfile): boolean {
  return (topic.kind === undefined || topic.kind === profile.kind) && (topic.only?.includes(profile.slug) ?? true);
}

function daysApart(left: Date, right: Date): number {
  return Math.abs(left.getTime() - right.getTime()) / 86_400_000;
}

/** May the branch tell this topic at this moment? */
function isFree(topic: Topic, profile: BranchProfile, at: Date, ledger: NewsLedger): boolean {
  const told = ledger.get(topic.id) ?? [];
  const own = told.filter(({ branch }) => branch === profile.slug);
  const spread = topic.on === undefined ? otherGapDays : 0;
  return (
    own.length < Math.ceil((topic.repeat ?? 1) * Math.max(1, profile.tempo.perMonth / commonTempo)) &&
    own.every((entry) => daysApart(entry.at, at) >= ownGapDays) &&
    told.every((entry) => daysApart(entry.at, at) >= spread)
  );
}

/** The hour a topic happens at on or near a day. */
export function momentOf(topic: Topic, day: Date, random: Random): Date {
  const { year, month, day: dayOfMonth } = shanghaiDate(day);
  if (topic.when === "evening") return atShanghai(year, month, dayOfMonth, 19, 0);
  if (topic.when === "weekend") {
    const back = (shanghaiWeekday(day) + 1) % 7;
    return atShanghai(year, month, dayOfMonth - back, 9, random.pick([0, 30]));
  }
  const [hours, minutes] = random.pick(officeTimes);
  return atShanghai(year, month, dayOfMonth, hours, minutes);
}

/** Columns in a random order in which each comes first as often as its share says. */
function columnsByChance(random: Random): typeof newsColumns {
  return newsColumns
    .map((entry) => ({ entry, wait: -Math.log(1 - random.next()) / entry.share }))
    .toSorted((left, right) => left.wait - right.wait)
    .map(({ entry }) => entry);
}

function topicOfColumn(
  { column, topics }: (typeof newsColumns)[number],
  profile: BranchProfile,
  day: Date,
  ledger: NewsLedger,
  random: Random,
): PlannedNews | null {
  const { month } = shanghaiDate(day);
  const fitting = topics.filter(
    (topic) => topic.on === undefined && suits(topic, profile) && (topic.months?.includes(month) ?? true),
  );
  for (const topic of random.shuffle(fitting)) {
    const at = momentOf(topic, day, random);
    if (isFree(topic, profile, at, ledger)) return { column, topic, at };
  }
  return null;
}

function pickTopic(profile: BranchProfile, day: Date, ledger: NewsLedger, random: Random): PlannedNews | null {
  for (const entry of columnsByChance(random)) {
    const news = topicOfColumn(entry, profile, day, ledger, random);
    if (news) return news;
  }
  return null;
}

/** Working days of a window, spread so that news doesn't come in heaps. */
function spreadDays(window: MonthWindow, count: number, random: Random): Date[] {
  const span = window.until.getTime() - window.from.getTime();
  return Array.from({ length: count }, (_, index) => {
    const day = new Date(window.from.getTime() + (span * (index + 0.15 + random.next() * 0.7)) / count);
    return workdayBefore(day);
  });
}

/** Days the calendar itself sets, such as 07-01, where they fall into the window. */
function calendarNews(profile: BranchProfile, window: MonthWindow, ledger: NewsLedger, random: Random): PlannedNews[] {
  return newsColumns.flatMap(({ column, topics }) =>
    topics.flatMap((topic) => {
      const [month, day] = (topic.on ?? "").split("-").map(Number);
      if (
        month !== window.month ||
        day === undefined ||
        !suits(topic, profile) ||
        !random.chance(0.25 + profile.tempo.perMonth / 10)
      )
        return [];
      const at = momentOf(topic, atShanghai(window.year, month, day - random.int(0, 2)), random);
      return isFree(topic, profile, at, ledger) ? [{ column, topic, at }] : [];
    }),
  );
}

/** What a branch has to tell of the last twelve months, oldest first. */
export function planNews(profile: BranchProfile, now: Date, ledger: NewsLedger, random: Random): PlannedNews[] {
  const oldest = addDays(now, -364);
  const newest = addHours(now, -writingHours);
  const plan: PlannedNews[] = [];
  const add = (item: PlannedNews): void => {
    if (item.at < oldest || item.at > newest) return;
    plan.push(item);
    ledger.set(item.topic.id, [...(ledger.get(item.topic.id) ?? []), { branch: profile.slug, at: item.at }]);
  };
  // The newest first: what is scarce is told where readers look.
  for (let monthsAgo = 0; monthsAgo <= 12; monthsAgo += 1) {
    if (profile.tempo.blankMonthsAgo.includes(monthsAgo)) continue;
    const window = monthsBack(now, monthsAgo, oldest);
    const wanted =
      profile.tempo.perMonth * (season[window.month - 1] ?? 1) * window.share * (0.85 + random.next() * 0.3);
    const fixed = calendarNews(profile, window, ledger, random);
    for (const item of fixed) add(item);
    const rest = Math.max(0, Math.floor(wanted + random.next()) - fixed.length);
    for (const day of spreadDays(window, rest, random)) {
      const item = pickTopic(profile, day, ledger, random);
      if (item) add(item);
    }
  }
  // However little a branch tells, no column stays blank.
  for (const entry of newsColumns) {
    const home = (news: PlannedNews): boolean =>
      news.column === entry.column && !profile.special?.topics.includes(news.topic.id);
    for (let tries = 0; tries < 20 && !plan.some(home); tries += 1) {
      const news = topicOfColumn(entry, profile, addDays(now, -random.int(8, 80)), ledger, random);
      if (news && home(news)) add(news);
    }
  }
  return plan.sort((left, right) => left.at.getTime() - right.at.getTime());
}
