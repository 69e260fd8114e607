/** Failed sign-ins under one typed name, whether or not a person has it. */
export type ThrottleState = { failures: number; lockedUntil: Date | null; lastAt: Date };

/** Attempts before the first lock. */
export const freeAttempts = 5;

/** Lock after the fifth failure and each one that follows, in minutes; the last value stays. */
export const lockMinutes = [1, 2, 4, 8, 15] as const;

/** Failures older than this no longer count. */
export const forgetAfterHours = 24;

export type ThrottleDecision = { allowed: false; lockedUntil: Date } | { allowed: true; next: ThrottleState };

/**
 * Whether an attempt may begin, and the state to store *before* the password is checked:
 * each attempt counts as failed until a success clears it, so simultaneous guesses can't share one count.
 */
export function beginAttempt(state: ThrottleState, now: Date): ThrottleDecision {
  if (state.lockedUntil && state.lockedUntil > now) return { allowed: false, lockedUntil: state.lockedUntil };
  const forgotten = now.getTime() - state.lastAt.getTime() > forgetAfterHours * 3_600_000;
  const failures = (forgotten ? 0 : state.failures) + 1;
  return { allowed: true, next: { failures, lockedUntil: lockAfter(failures, now), lastAt: now } };
}

function lockAfter(failures: number, now: Date): Date | null {
  if (failures < freeAttempts) return null;
  const minutes = lockMinutes[Math.min(failures - freeAttempts, lockMinutes.length - 1)] ?? 0;
  return new Date(now.getTime() + minutes * 60_000);
}
