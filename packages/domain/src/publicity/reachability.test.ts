import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { minuteOf, reachability, startOfMinute } from "./reachability.ts";

const at = (clock: string): Date => new Date(`2026-11-09T${clock}+08:00`);
const minute = (clock: string): number => minuteOf(at(`${clock}:00`));

describe("a page's reachability", () => {
  test("tells what was lost from what nobody asked about", () => {
    const found = reachability(
      { from: at("09:00:23"), until: at("09:10:00") },
      { reached: [minute("09:01"), minute("09:02"), minute("09:09")], lost: [minute("09:03"), minute("09:04")] },
    );
    expect(found).toEqual({
      minutes: 9,
      reached: 3,
      lost: 2,
      unknown: 4,
      firstReached: at("09:01:00"),
      lastReached: at("09:09:00"),
      lostSpans: [{ from: at("09:03:00"), until: at("09:05:00"), minutes: 2 }],
      unknownSpans: [{ from: at("09:05:00"), until: at("09:09:00"), minutes: 4 }],
    });
  });

  test("is unknown throughout while nothing was asked, and nothing for a period that has not lasted a minute", () => {
    expect(reachability({ from: at("09:00:00"), until: at("09:05:00") }, { reached: [], lost: [] })).toMatchObject({
      minutes: 5,
      unknown: 5,
      lost: 0,
      firstReached: null,
      lostSpans: [],
    });
    expect(
      reachability({ from: at("09:00:10"), until: at("09:00:50") }, { reached: [minute("09:00")], lost: [] }),
    ).toMatchObject({ minutes: 0, reached: 0, unknown: 0, unknownSpans: [] });
  });
});

const someMinutes = fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 80 });
const somePeriod = fc
  .tuple(fc.integer({ min: 0, max: 7_200_000 }), fc.integer({ min: 0, max: 7_200_000 }))
  .map(([a, b]) => ({ from: new Date(Math.min(a, b)), until: new Date(Math.max(a, b)) }));

test("every minute of the period is exactly one of reached, lost and unknown", () => {
  fc.assert(
    fc.property(somePeriod, someMinutes, someMinutes, (period, reached, lost) => {
      const found = reachability(period, { reached, lost });
      expect(found.reached + found.lost + found.unknown).toBe(found.minutes);
      const sum = (spans: typeof found.lostSpans) => spans.reduce((all, { minutes }) => all + minutes, 0);
      expect([sum(found.lostSpans), sum(found.unknownSpans)]).toEqual([found.lost, found.unknown]);
    }),
  );
});

test("its stretches lie within the period, in order, apart, and hold just the minutes that were lost", () => {
  fc.assert(
    fc.property(somePeriod, someMinutes, someMinutes, (period, reached, lost) => {
      const { lostSpans } = reachability(period, { reached, lost });
      const minutes = lostSpans.flatMap(({ from, minutes: length }) =>
        Array.from({ length }, (_, index) => minuteOf(from) + index),
      );
      const expected = [...new Set(lost)]
        .filter((each) => startOfMinute(each) >= period.from && startOfMinute(each + 1) <= period.until)
        .toSorted((a, b) => a - b);
      expect(minutes).toEqual(expected);
      const gaps = lostSpans
        .slice(1)
        .map(({ from }, index) => from.getTime() - (lostSpans[index]?.until.getTime() ?? 0));
      expect(gaps.every((gap) => gap > 0)).toBe(true);
    }),
  );
});

test("the order of the records and records from outside the period change nothing", () => {
  fc.assert(
    fc.property(somePeriod, someMinutes, someMinutes, (period, reached, lost) => {
      const outside = [-1, 121, 500];
      expect(
        reachability(period, {
          reached: [...outside, ...reached.toReversed()],
          lost: [...lost.toReversed(), ...outside],
        }),
      ).toEqual(reachability(period, { reached, lost }));
    }),
  );
});
