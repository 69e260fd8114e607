import { expect, test } from "vitest";
import { fromShanghaiInput, toShanghaiInput, tomorrowMorning } from "./shanghai-input.ts";

test("an instant is shown and read in Shanghai's time", () => {
  const instant = new Date("2026-11-22T16:30:00Z");
  expect(toShanghaiInput(instant)).toBe("2026-11-23T00:30");
  expect(fromShanghaiInput("2026-11-23T00:30")).toBe(instant.toISOString());
  expect(toShanghaiInput(null)).toBe("");
});

test("an empty or half filled input is no instant", () => {
  for (const value of ["", "2026-11-23", "2026-11-23T00", "2026-13-01T00:00"])
    expect(fromShanghaiInput(value)).toBeNull();
});

test("tomorrow is Shanghai's tomorrow", () => {
  expect(tomorrowMorning(new Date("2026-11-22T16:30:00Z"))).toBe("2026-11-24T08:30");
});
