/** A session ends this long after sign-in, however busy it was: half a working day and its overtime. */
export const sessionHoursMax = 12;

/** How a session was opened; `oidc-mfa` where the campus vouched for a second factor of its own. */
export const sessionMethods = ["password", "oidc", "oidc-mfa"] as const;
export type SessionMethod = (typeof sessionMethods)[number];

/** The first instant from which a sign-in still holds. */
export function oldestOpenSession(now: Date): Date {
  return new Date(now.getTime() - sessionHoursMax * 3_600_000);
}
