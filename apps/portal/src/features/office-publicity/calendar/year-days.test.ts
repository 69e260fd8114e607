import fc from "fast-check";
import { expect, test } from "vitest";
import { assertArrangement } from "@zhibu/domain/publicity/working-calendar";
import { dayAfterKey, isSame, kindOf, runsOf, toggled, weeksOf, type Arrangement } from "./year-days.ts";

const none: Arrangement = { daysOff: new Set(), swappedIn: new Set() };
const dayOf2026 = fc
  .integer({ min: 0, max: 364 })
  .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10));

test("a weekday turns off, a weekend day into a working one, and back", () => {
  expect(kindOf("2026-10-01", none)).toBe("work");
  expect(kindOf("2026-10-01", toggled(none, "2026-10-01"))).toBe("off");
  expect(kindOf("2026-10-10", none)).toBe("weekend");
  expect(kindOf("2026-10-10", toggled(none, "2026-10-10"))).toBe("swapped");
});

test("whatever is clicked makes an arrangement the office may save, and a second click undoes the first", () => {
  fc.assert(
    fc.property(fc.array(dayOf2026, { maxLength: 40 }), dayOf2026, (days, day) => {
      const arrangement = days.reduce(toggled, none);
      assertArrangement(2026, [...arrangement.daysOff], [...arrangement.swappedIn]);
      expect(isSame(toggled(toggled(arrangement, day), day), arrangement)).toBe(true);
    }),
  );
});

test("months begin on their weekday and hold each day once", () => {
  const october = weeksOf(2026, 10);
  // 1 October 2026 is a Thursday.
  expect(october[0]?.slice(0, 4)).toEqual([null, null, null, "2026-10-01"]);
  const days = Array.from({ length: 12 }, (_, month) =>
    weeksOf(2028, month + 1)
      .flat()
      .filter((day) => day !== null),
  );
  expect(new Set(days.flat()).size).toBe(366);
});

test("keys lead through the year and never out of it", () => {
  expect(dayAfterKey("2026-01-31", "PageDown")).toBe("2026-02-28");
  expect(dayAfterKey("2026-10-01", "Home")).toBe("2026-09-28");
  expect(dayAfterKey("2026-10-01", "ArrowDown")).toBe("2026-10-08");
  expect(dayAfterKey("2026-10-01", "x")).toBeNull();
  const keys = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown"];
  fc.assert(
    fc.property(dayOf2026, fc.constantFrom(...keys), (day, key) => {
      expect(dayAfterKey(day, key)).toMatch(/^2026-\d\d-\d\d$/u);
    }),
  );
});

test("neighbouring days are told as one run", () => {
  expect(runsOf(["2026-10-02", "2026-10-01", "2026-10-05"])).toEqual([
    { from: "2026-10-01", to: "2026-10-02" },
    { from: "2026-10-05", to: "2026-10-05" },
  ]);
});
