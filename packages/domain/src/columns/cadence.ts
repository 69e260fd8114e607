/** How often a column should see something new, in days; the words for each are in the message files under its key. */
export const cadences = [
  { key: "thriceMonthly", days: 10 },
  { key: "monthly", days: 31 },
  { key: "bimonthly", days: 62 },
  { key: "quarterly", days: 92 },
  { key: "halfYearly", days: 184 },
  { key: "yearly", days: 365 },
] as const;

export type CadenceKey = (typeof cadences)[number]["key"] | "standing" | "everyDays";

/** Which words say a column's cadence; `everyDays` for a number of days that has no words of its own. */
export function cadenceKey(days: number | null): CadenceKey {
  if (days === null) return "standing";
  return cadences.find((cadence) => cadence.days === days)?.key ?? "everyDays";
}
