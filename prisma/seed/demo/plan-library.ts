import type { Decks } from "../engine/decks.ts";
import type { Random } from "../engine/random.ts";
import { addDays, atShanghai, shanghaiDate, workdayBefore } from "../engine/shanghai-time.ts";
import type { BranchProfile } from "./branch-profile.ts";
import { libraryColumns } from "./corpus/all-topics.ts";
import { studyPlanTopic } from "./corpus/education/study-plans.ts";
import type { Topic } from "./corpus/topic.ts";
import { suits } from "./plan-news.ts";

/** `dated` says whether the date is the item's own or only that of its publication. */
export type PlannedItem = { column: string; topic: Topic; at: Date; dated: boolean };

const daysKept = 358;

function onWorkday(day: Date, random: Random): Date {
  const date = shanghaiDate(workdayBefore(day));
  return atShanghai(date.year, date.month, date.day, random.int(9, 16), random.int(0, 59));
}

/** A day within the last twelve months that suits the topic's season; a day any time when its season hasn't come. */
function dayFor(topic: Topic, now: Date, random: Random): Date {
  if (topic.on !== undefined) {
    const [month = 1, day = 1] = topic.on.split("-").map(Number);
    const { year } = shanghaiDate(now);
    const thisYear = atShanghai(year, month, day, 10);
    return onWorkday(thisYear < addDays(now, -1) ? thisYear : atShanghai(year - 1, month, day, 10), random);
  }
  for (let tries = 0; tries < 40; tries += 1) {
    const day = addDays(now, -random.int(3, daysKept));
    if (topic.months?.includes(shanghaiDate(day).month) ?? true) return onWorkday(day, random);
  }
  return onWorkday(addDays(now, -random.int(3, daysKept)), random);
}

function topicsFor(
  profile: BranchProfile,
  topics: readonly Topic[],
  count: number,
  column: string,
  decks: Decks,
): Topic[] {
  const fitting = topics.filter((topic) => suits(topic, profile));
  const once = Array.from({ length: Math.min(count, fitting.length) }, () =>
    decks.draw(`${profile.slug}.${column}`, fitting),
  );
  const again = fitting.filter((topic) => (topic.repeat ?? 1) > 1).slice(0, Math.max(0, count - once.length));
  return [...once, ...again];
}

/** Subjects whose text hardly varies are dealt over the whole college, so that few branches share one. */
function dealtTopics(topics: readonly Topic[], count: number, column: string, decks: Decks): Topic[] {
  return Array.from({ length: count }, () => decks.draw(column, topics));
}

/** What fills the columns beside the news; a branch that lags behind has less of it. */
export function planLibrary(profile: BranchProfile, now: Date, decks: Decks, random: Random): PlannedItem[] {
  const diligence = profile.tempo.perMonth < 3 ? 0.7 : 1;
  return libraryColumns.flatMap(({ column, count, kind, topics }): PlannedItem[] => {
    const wanted = Math.max(1, Math.round(count * diligence));
    switch (kind) {
      case "standing": {
        const start = addDays(now, -random.int(330, 352));
        return topicsFor(profile, topics, wanted, column, decks).map((topic, index) => ({
          column,
          topic,
          at: onWorkday(
            index > 0 && random.chance(0.3) ? addDays(now, -random.int(20, 300)) : addDays(start, index),
            random,
          ),
          dated: false,
        }));
      }
      case "dated":
        return topicsFor(profile, topics, wanted, column, decks).map((topic) => ({
          column,
          topic,
          at: dayFor(topic, now, random),
          dated: true,
        }));
      case "reading":
        return dealtTopics(topics, wanted, column, decks).map((topic, index) => ({
          column,
          topic,
          at: onWorkday(addDays(now, -Math.round(((index + random.next()) * daysKept) / wanted) - 1), random),
          dated: false,
        }));
    }
  });
}

/** A study plan in the first days of each month of the year, except where the branch was silent. */
export function planStudy(profile: BranchProfile, now: Date, random: Random): PlannedItem[] {
  const today = shanghaiDate(now);
  const lagging = profile.tempo.lateShare > 0.3;
  return Array.from({ length: 12 }, (_, index) => 11 - index).flatMap((monthsAgo) => {
    if (profile.tempo.blankMonthsAgo.includes(monthsAgo) || (lagging && random.chance(0.2))) return [];
    const day = random.int(1, lagging ? 14 : 4);
    const at = onWorkday(atShanghai(today.year, today.month - monthsAgo, Math.max(3, day), 10), random);
    return at < now ? [{ column: "education.plans", topic: studyPlanTopic, at, dated: true }] : [];
  });
}
