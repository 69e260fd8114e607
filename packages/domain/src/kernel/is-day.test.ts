import fc from "fast-check";
import { expect, test } from "vitest";
import { daySchema } from "./calendar-day.ts";
import { isDay } from "./is-day.ts";

test("a day is one exactly where the schema says so", () => {
  const figures = (max: number, length: number) =>
    fc.integer({ min: 0, max }).map((value) => String(value).padStart(length, "0"));
  const likely = fc.tuple(figures(2_400, 4), figures(14, 2), figures(33, 2)).map((parts) => parts.join("-"));
  fc.assert(fc.property(fc.oneof(likely, fc.string()), (text) => isDay(text) === daySchema.safeParse(text).success));
  expect(["2026-02-28", "2026-02-29", "2028-02-29", "2026-2-1", ""].map(isDay)).toEqual([
    true,
    false,
    true,
    false,
    false,
  ]);
});
