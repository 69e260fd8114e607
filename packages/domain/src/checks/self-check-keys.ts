/**
 * Version of the declarations' wording. The wording itself stands in the message files under
 * `checks.selfCheck.<version>.<declaration>`; a changed wording is a new version, and the old one stays readable for old submissions.
 */
export const selfCheckVersion = "2026-11";

/** The five declarations, in the order they are asked. Free of schemas, for screens load them. */
export const selfCheckKeys = ["legality", "copyright", "portrait", "privacy", "secrecy"] as const;
export type SelfCheckKey = (typeof selfCheckKeys)[number];

/** The version of a stored self-check in which all five were declared; `null` for what can't be read or is of another wording. */
export function declaredVersion(stored: unknown): typeof selfCheckVersion | null {
  if (typeof stored !== "object" || stored === null) return null;
  const fields = new Map<string, unknown>(Object.entries(stored));
  const whole = fields.get("version") === selfCheckVersion && selfCheckKeys.every((key) => fields.get(key) === true);
  return whole ? selfCheckVersion : null;
}
