import { expect, test } from "vitest";
import { termStanding } from "./term-standing.ts";

const term = { startsOn: "2026-01-01", endsOn: "2026-11-22" };

test.each([
  ["2025-12-31", "upcoming"],
  ["2026-01-01", "current"],
  ["2026-11-22", "current"],
  ["2026-11-23", "ended"],
])("on %s the term is %s", (day, standing) => {
  expect(termStanding(term, day)).toBe(standing);
});

test("an open term never ends", () => {
  expect(termStanding({ startsOn: "2020-01-01", endsOn: null }, "2099-12-31")).toBe("current");
});
