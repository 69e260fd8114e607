import fc from "fast-check";
import { expect, test } from "vitest";
import { factDayOf } from "./fact-day.ts";
import { nextValue, valueOn, type FactValue } from "./fact-values.ts";

let count = 0;
function value(words: string, effectiveFrom: string, parts: Partial<FactValue> = {}): FactValue {
  count += 1;
  return { id: String(count), value: words, effectiveFrom, createdAt: new Date(count), isVoid: false, ...parts };
}

test("golden: the latest that has come into effect", () => {
  const values = [value("1286", "2026-01-01"), value("1302", "2026-07-01"), value("1340", "2027-01-01")];
  const on = (day: string) => valueOn(values, day)?.value;
  expect(on("2025-12-31")).toBeUndefined();
  expect(on("2026-01-01")).toBe("1286");
  expect(on("2026-06-30")).toBe("1286");
  expect(on("2026-07-01")).toBe("1302");
  expect(on("2030-01-01")).toBe("1340");
  expect(nextValue(values, "2026-02-01")?.value).toBe("1302");
  expect(nextValue(values, "2027-01-01")).toBeUndefined();
});

test("a voided value never held; of two from one day the later recorded holds", () => {
  const values = [
    value("1286", "2026-01-01"),
    value("1203", "2026-07-01", { isVoid: true }),
    value("1302", "2026-07-01"),
    value("1303", "2026-07-01"),
  ];
  expect(valueOn(values, "2026-07-01")?.value).toBe("1303");
  expect(valueOn(values.slice(0, 2), "2026-07-01")?.value).toBe("1286");
});

test("properties: never void, never of a later day, whatever the order; more days only lead on", () => {
  const days = fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${String(day).padStart(2, "0")}`);
  const rows = fc.array(fc.tuple(days, fc.boolean()), { maxLength: 12 });
  fc.assert(
    fc.property(rows, days, days, (given, a, b) => {
      const values = given.map(([day, isVoid]) => value("x", day, { isVoid }));
      const [early, late] = [a, b].toSorted();
      const found = valueOn(values, late ?? "");
      const before = valueOn(values, early ?? "");
      expect(valueOn(values.toReversed(), late ?? "")).toEqual(found);
      expect(found === undefined || (!found.isVoid && found.effectiveFrom <= (late ?? ""))).toBe(true);
      expect(before === undefined || (found?.effectiveFrom ?? "") >= before.effectiveFrom).toBe(true);
    }),
  );
});

test("news shows its own day in Shanghai, a page shows today", () => {
  const now = new Date("2026-11-23T04:00:00Z");
  const eventAt = new Date("2026-05-31T17:00:00Z");
  const publishedAt = new Date("2026-06-03T00:00:00Z");
  expect(factDayOf({ module: "news", eventAt, publishedAt }, now)).toBe("2026-06-01");
  expect(factDayOf({ module: "news", eventAt: null, publishedAt }, now)).toBe("2026-06-03");
  expect(factDayOf({ module: "news", eventAt: null, publishedAt: null }, now)).toBe("2026-11-23");
  expect(factDayOf({ module: "organisation", eventAt, publishedAt }, now)).toBe("2026-11-23");
});
