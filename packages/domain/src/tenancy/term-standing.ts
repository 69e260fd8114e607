import type { Term } from "./term.ts";

export type TermStanding = "current" | "upcoming" | "ended";

/** Where a term stands on a day (`YYYY-MM-DD` in Asia/Shanghai). */
export function termStanding(term: Term, day: string): TermStanding {
  if (day < term.startsOn) return "upcoming";
  return term.endsOn !== null && term.endsOn < day ? "ended" : "current";
}
