import type { ColumnModule } from "./module-names.ts";

/** How a column stands against its cadence. */
export type Freshness =
  | { state: "blank" }
  | { state: "standing" }
  | { state: "fresh" }
  | { state: "due"; daysLeft: number }
  | { state: "overdue"; daysOver: number };

const dayMs = 24 * 60 * 60 * 1000;

/** When a column counts as "due": the last fifth of its cadence, and three days at least. */
const warningShare = 0.2;
const warningDaysMin = 3;

/** Judges the newest item against the cadence; a column without items is blank, whatever its cadence. */
export function freshnessOf(cadenceDays: number | null, lastItemAt: Date | null, now: Date): Freshness {
  if (lastItemAt === null) return { state: "blank" };
  if (cadenceDays === null) return { state: "standing" };
  const age = Math.floor((now.getTime() - lastItemAt.getTime()) / dayMs);
  if (age > cadenceDays) return { state: "overdue", daysOver: age - cadenceDays };
  const daysLeft = cadenceDays - age;
  return daysLeft <= Math.max(warningDaysMin, cadenceDays * warningShare)
    ? { state: "due", daysLeft }
    : { state: "fresh" };
}

export type ItemDates = { lastPublishedAt: Date | null; lastRevisedAt: Date | null };

/**
 * The date that counts as the column's newest. News is new items (rubric 信息更新);
 * elsewhere a page brought up to date is as good as a new one.
 */
export function lastItemAt(module: ColumnModule, { lastPublishedAt, lastRevisedAt }: ItemDates): Date | null {
  return module === "news" ? lastPublishedAt : lastRevisedAt;
}
