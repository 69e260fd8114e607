import { describe, expect, test } from "vitest";
import { promptness, waitingHours } from "./waiting.ts";

const now = new Date("2026-11-20T10:00:00+08:00");
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

test("waiting is counted in whole hours and never negative", () => {
  expect(waitingHours(hoursAgo(25.9), now)).toBe(25);
  expect(waitingHours(hoursAgo(-1), now)).toBe(0);
});

describe("the 48 hours", () => {
  test("count from the event", () => {
    expect(promptness(hoursAgo(10), now)).toEqual({ hoursLeft: 38 });
    expect(promptness(hoursAgo(47.5), now)).toEqual({ hoursLeft: 1 });
    expect(promptness(hoursAgo(48), now)).toEqual({ hoursLeft: 0 });
    expect(promptness(hoursAgo(60), now)?.hoursLeft).toBeLessThan(0);
  });

  test("say nothing without an event, before it, or long after it", () => {
    expect(promptness(null, now)).toBeNull();
    expect(promptness(hoursAgo(-2), now)).toBeNull();
    expect(promptness(hoursAgo(24 * 30), now)).toBeNull();
  });
});
