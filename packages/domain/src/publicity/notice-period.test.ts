import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../kernel/calendar-day.ts";
import { shanghaiDay } from "../kernel/shanghai-time.ts";
import { daysLeft, periodThrough, recomputedPeriod, shortestPeriod, workingDaysIn } from "./notice-period.ts";
import { arrangements } from "./testing/arrangements.ts";
import { assertArrangement, isWorkingDay, type WorkingCalendar } from "./working-calendar.ts";

const at = (local: string): Date => new Date(`${local}:00+08:00`);

describe("golden cases on the announced calendars", () => {
  test.each([
    ["an ordinary week", "2026-11-02T09:00", 5, "2026-11-09"],
    ["seven days over a weekend", "2026-11-02T09:00", 7, "2026-11-11"],
    ["beginning on a Friday evening", "2026-11-06T18:30", 5, "2026-11-13"],
    ["beginning on a Friday evening, seven", "2026-11-06T18:30", 7, "2026-11-17"],
    ["beginning a minute before midnight", "2026-11-06T23:59", 5, "2026-11-13"],
    ["beginning at midnight: that day does not count either", "2026-11-06T00:00", 5, "2026-11-13"],
    ["across New Year with the swapped Sunday", "2025-12-30T10:00", 5, "2026-01-07"],
    ["across New Year, seven", "2025-12-30T10:00", 7, "2026-01-09"],
    ["across Spring Festival with both swapped Saturdays", "2026-02-12T10:00", 5, "2026-02-26"],
    ["across Spring Festival, seven", "2026-02-12T10:00", 7, "2026-02-28"],
    ["beginning on a swapped Saturday", "2026-02-14T10:00", 5, "2026-02-28"],
    ["beginning on a swapped Saturday, seven", "2026-02-14T10:00", 7, "2026-03-03"],
    ["beginning in the middle of the National Day holiday", "2026-10-03T10:00", 5, "2026-10-13"],
    ["a swapped Sunday in between", "2026-09-18T15:00", 5, "2026-09-24"],
  ])("%s", (_name, startsAt, workingDays, lastDay) => {
    const period = shortestPeriod(at(startsAt), workingDays, arrangements);
    expect(period).toEqual({
      startsAt: at(startsAt),
      lastDay,
      endsAt: at(`${addDays(lastDay, 1)}T00:00`),
      provisional: false,
    });
  });

  test("a period that reaches a year without a calendar is provisional", () => {
    expect(shortestPeriod(at("2026-12-28T10:00"), 5, arrangements)).toMatchObject({
      lastDay: "2027-01-04",
      provisional: true,
    });
    expect(shortestPeriod(at("2026-12-24T10:00"), 5, arrangements)).toMatchObject({
      lastDay: "2026-12-31",
      provisional: false,
    });
  });
});

describe("when the calendar arrives", () => {
  const announced = shortestPeriod(at("2026-12-28T10:00"), 5, arrangements);
  const with2027 = (daysOff: readonly string[], swappedIn: readonly string[] = []): WorkingCalendar =>
    new Map([...arrangements, [2027, { daysOff: new Set(daysOff), swappedIn: new Set(swappedIn) }]]);

  test("a holiday moves the end, and nothing is provisional any more", () => {
    expect(recomputedPeriod(announced, 5, with2027(["2027-01-01"]))).toMatchObject({
      lastDay: "2027-01-05",
      provisional: false,
    });
  });

  test("a worked weekend does not shorten what was announced", () => {
    expect(recomputedPeriod(announced, 5, with2027([], ["2027-01-02"]))).toMatchObject({
      lastDay: "2027-01-04",
      provisional: false,
    });
  });

  test("a lengthened end stays", () => {
    const lengthened = { startsAt: announced.startsAt, lastDay: "2027-01-20" };
    expect(recomputedPeriod(lengthened, 5, with2027(["2027-01-01"])).lastDay).toBe("2027-01-20");
  });
});

describe("an end of one's own choice", () => {
  const startsAt = at("2026-11-02T09:00");

  test("may be later than the minimum", () => {
    expect(periodThrough(startsAt, "2026-11-20", 5, arrangements).endsAt).toEqual(at("2026-11-21T00:00"));
    expect(periodThrough(startsAt, "2026-11-09", 5, arrangements).lastDay).toBe("2026-11-09");
  });

  test("may not be a day earlier, and the answer names the first possible day", () => {
    expect(() => periodThrough(startsAt, "2026-11-08", 5, arrangements)).toThrow(
      expect.objectContaining({
        code: "INVALID",
        reason: "publicity.periodTooShort",
        params: { workingDays: 5, lastDay: "2026-11-09" },
      }),
    );
  });

  test("is provisional when it lies in a year without a calendar", () => {
    expect(periodThrough(at("2026-12-01T09:00"), "2027-01-03", 5, arrangements).provisional).toBe(true);
  });
});

test("days left: what readers are told on each day", () => {
  const period = { lastDay: "2026-11-09" };
  expect(daysLeft(period, at("2026-11-06T00:00"))).toBe(3);
  expect(daysLeft(period, at("2026-11-09T23:59"))).toBe(0);
  expect(daysLeft(period, at("2026-11-12T08:00"))).toBe(0);
});

test("an arrangement is of its year: weekdays off, weekends worked", () => {
  const reasonFor = (daysOff: string[], swappedIn: string[]) => () => assertArrangement(2026, daysOff, swappedIn);
  expect(reasonFor(["2026-10-01"], ["2026-10-10"])).not.toThrow();
  const calendar = (reason: string) => expect.objectContaining({ reason: `publicity.calendar.${reason}` }) as Error;
  expect(reasonFor(["2025-10-01"], [])).toThrow(calendar("otherYear"));
  expect(reasonFor(["2026-10-03"], [])).toThrow(calendar("weekendOff"));
  expect(reasonFor([], ["2026-10-01"])).toThrow(calendar("weekdaySwapped"));
});

test("a calendar without working days is refused, not waited for", () => {
  const off = new Set(Array.from({ length: 800 }, (_, index) => addDays("2026-01-01", index)));
  const empty: WorkingCalendar = new Map(
    [2026, 2027, 2028].map((year) => [year, { daysOff: off, swappedIn: new Set<string>() }]),
  );
  expect(() => shortestPeriod(at("2026-01-01T09:00"), 5, empty)).toThrow(
    expect.objectContaining({ reason: "publicity.calendarWithoutWorkingDays" }),
  );
});

describe("whatever the calendar and the start", () => {
  const start = fc.date({
    min: new Date("2020-01-01T00:00:00Z"),
    max: new Date("2030-12-31T00:00:00Z"),
    noInvalidDate: true,
  });
  const day = fc.integer({ min: 0, max: 4_400 }).map((days) => addDays("2019-12-01", days));
  const calendar: fc.Arbitrary<WorkingCalendar> = fc
    .record({ daysOff: fc.uniqueArray(day, { maxLength: 900 }), swappedIn: fc.uniqueArray(day, { maxLength: 900 }) })
    .chain(({ daysOff, swappedIn }) =>
      fc.subarray([2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031]).map(
        (years) =>
          new Map(
            years.map((year) => [
              year,
              {
                daysOff: new Set(daysOff.filter((off) => off.startsWith(String(year)))),
                swappedIn: new Set(swappedIn.filter((on) => on.startsWith(String(year)))),
              },
            ]),
          ),
      ),
    );
  const workingDays = fc.integer({ min: 1, max: 30 });

  /** Counts whole working days between two instants, hour by hour and without the rule's own arithmetic. */
  function wholeWorkingDays(from: Date, to: Date, days: WorkingCalendar): number {
    const hours = new Map<string, number>();
    const firstHour = Math.ceil(from.getTime() / 3_600_000);
    for (let hour = firstHour; hour * 3_600_000 < to.getTime(); hour += 1) {
      const of = shanghaiDay(new Date(hour * 3_600_000));
      hours.set(of, (hours.get(of) ?? 0) + 1);
    }
    return [...hours].filter(([of, count]) => count === 24 && isWorkingDay(days, of)).length;
  }

  test("the period never holds fewer working days than the minimum, and one day less would", () => {
    fc.assert(
      fc.property(start, workingDays, calendar, (startsAt, min, days) => {
        const period = shortestPeriod(startsAt, min, days);
        expect(wholeWorkingDays(startsAt, period.endsAt, days)).toBeGreaterThanOrEqual(min);
        expect(workingDaysIn(startsAt, period.lastDay, days)).toBe(min);
        expect(workingDaysIn(startsAt, addDays(period.lastDay, -1), days)).toBe(min - 1);
        expect(isWorkingDay(days, period.lastDay)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("a later calendar never shortens what was announced nor goes below the minimum", () => {
    fc.assert(
      fc.property(start, workingDays, calendar, calendar, (startsAt, min, before, after) => {
        const announced = shortestPeriod(startsAt, min, before);
        const recomputed = recomputedPeriod(announced, min, after);
        expect(recomputed.lastDay >= announced.lastDay).toBe(true);
        expect(workingDaysIn(startsAt, recomputed.lastDay, after)).toBeGreaterThanOrEqual(min);
      }),
    );
  });
});
