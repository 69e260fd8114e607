import { expect, test } from "vitest";
import { beginAttempt, type ThrottleState } from "./sign-in-throttle.ts";

const start = new Date("2026-11-23T00:00:00Z");
const fresh: ThrottleState = { failures: 0, lockedUntil: null, lastAt: start };

/** Fails again and again, each time as soon as the lock allows; returns the lock lengths in minutes. */
function locksOf(failures: number): number[] {
  let state = fresh;
  let now = start;
  const locks: number[] = [];
  for (let count = 0; count < failures; count += 1) {
    const decision = beginAttempt(state, now);
    if (!decision.allowed) throw new Error("locked though the lock had run out");
    state = decision.next;
    locks.push(state.lockedUntil ? (state.lockedUntil.getTime() - now.getTime()) / 60_000 : 0);
    now = state.lockedUntil ?? now;
  }
  return locks;
}

test("four attempts are free, then each failure locks for longer, up to a quarter of an hour", () => {
  expect(locksOf(11)).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 15, 15, 15]);
});

test("a locked name stays locked to the last moment and says until when", () => {
  const lockedUntil = new Date(start.getTime() + 60_000);
  const state: ThrottleState = { failures: 5, lockedUntil, lastAt: start };
  expect(beginAttempt(state, new Date(lockedUntil.getTime() - 1))).toEqual({ allowed: false, lockedUntil });
  expect(beginAttempt(state, lockedUntil)).toMatchObject({ allowed: true, next: { failures: 6 } });
});

test("failures of yesterday no longer count", () => {
  const state: ThrottleState = { failures: 9, lockedUntil: null, lastAt: start };
  const later = new Date(start.getTime() + 24 * 3_600_000 + 1);
  expect(beginAttempt(state, later)).toMatchObject({ allowed: true, next: { failures: 1, lockedUntil: null } });
});
