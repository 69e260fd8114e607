/** What a day of the year is, as the arrangement has it. */
export type DayKind = "work" | "off" | "weekend" | "swapped";

export type Arrangement = { daysOff: ReadonlySet<string>; swappedIn: ReadonlySet<string> };

export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

export function kindOf(day: string, { daysOff, swappedIn }: Arrangement): DayKind {
  const isWeekend = [0, 6].includes(weekdayOf(day));
  if (isWeekend) return swappedIn.has(day) ? "swapped" : "weekend";
  return daysOff.has(day) ? "off" : "work";
}

/** The arrangement with the day turned: a weekday off or back, a weekend day worked or back. */
export function toggled(arrangement: Arrangement, day: string): Arrangement {
  const turn = (days: ReadonlySet<string>) =>
    days.has(day) ? new Set([...days].filter((each) => each !== day)) : new Set([...days, day]);
  return [0, 6].includes(weekdayOf(day))
    ? { ...arrangement, swappedIn: turn(arrangement.swappedIn) }
    : { ...arrangement, daysOff: turn(arrangement.daysOff) };
}

/** The weeks of a month from Monday to Sunday; days of its neighbours are null. `month` counts from 1. */
export function weeksOf(year: number, month: number): (string | null)[][] {
  const first = Date.UTC(year, month - 1, 1);
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const before = (new Date(first).getUTCDay() + 6) % 7;
  const cells = Array.from({ length: Math.ceil((before + count) / 7) * 7 }, (_, index) => {
    const date = index - before;
    return date < 0 || date >= count ? null : new Date(first + date * 86_400_000).toISOString().slice(0, 10);
  });
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** Days in order, each run of neighbouring ones as its first and last. */
export function runsOf(days: Iterable<string>): { from: string; to: string }[] {
  const runs: { from: string; to: string }[] = [];
  for (const day of [...days].toSorted()) {
    const last = runs.at(-1);
    if (last && Date.parse(day) - Date.parse(last.to) === 86_400_000) last.to = day;
    else runs.push({ from: day, to: day });
  }
  return runs;
}

export function isSame(a: Arrangement, b: Arrangement): boolean {
  const same = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
    one.size === other.size && [...one].every((day) => other.has(day));
  return same(a.daysOff, b.daysOff) && same(a.swappedIn, b.swappedIn);
}

/** Where a key leads from a day, within the year; null for a key that leads nowhere. */
export function dayAfterKey(day: string, key: string): string | null {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const by = (days: number) => Date.parse(`${day}T00:00:00Z`) + days * 86_400_000;
  const inMonth = (to: number) => Date.UTC(year, to, Math.min(date, new Date(Date.UTC(year, to + 1, 0)).getUTCDate()));
  const weekday = (weekdayOf(day) + 6) % 7;
  const targets: Record<string, () => number> = {
    ArrowLeft: () => by(-1),
    ArrowRight: () => by(1),
    ArrowUp: () => by(-7),
    ArrowDown: () => by(7),
    Home: () => by(-weekday),
    End: () => by(6 - weekday),
    PageUp: () => inMonth(month - 2),
    PageDown: () => inMonth(month),
  };
  const target = targets[key]?.();
  if (target === undefined) return null;
  const bounded = Math.min(Math.max(target, Date.UTC(year, 0, 1)), Date.UTC(year, 11, 31));
  return new Date(bounded).toISOString().slice(0, 10);
}
