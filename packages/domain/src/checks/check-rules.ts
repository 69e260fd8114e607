import { promptHours } from "../articles/revision-rules.ts";
import type { CollegeBaseline } from "../baseline/college-baseline.ts";
import type { ColumnModule } from "../columns/module-names.ts";
import type { Severity } from "./finding.ts";

/** How grave it is that a fact is missing; null where nobody misses it. */
type MissingFact = Severity | null;

export type CheckRules = {
  /** News is prompt within these hours of the event. */
  readonly newsHoursMax: number;
  /** From so many hours before that the remaining time is shown. */
  readonly reminderHours: number;
  /** The college's facts and terms; without them nothing is said of either. */
  readonly baseline?: CollegeBaseline;
  readonly missing: Readonly<Record<ColumnModule, { readonly source: MissingFact; readonly eventAt: MissingFact }>>;
};

/**
 * The rules an article is checked by unless the college sets others.
 * Source: news and reprinted study material name theirs (opinions II(4), attribution); a branch's own pages may go without.
 * Event time: without it news counts as not updated (rubric), yet a notice is news without an event, so it warns;
 * elections and awards have a date worth giving, duties and study material have none.
 */
export const defaultCheckRules: CheckRules = {
  newsHoursMax: promptHours,
  reminderHours: 12,
  missing: {
    news: { source: "warn", eventAt: "warn" },
    organisation: { source: "info", eventAt: "info" },
    education: { source: "warn", eventAt: null },
    special: { source: "info", eventAt: null },
  },
};
