import type { ColumnModule } from "../columns/module-names.ts";
import { factDayOf } from "./fact-day.ts";
import { valueOn, type FactValue } from "./fact-values.ts";
import type { StandardTerm } from "./term-finder.ts";

/** A fact with what it said and says. */
export type BaselineFact = {
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  readonly values: readonly FactValue[];
  /** Out of use: shown where it stands, not offered any more. */
  readonly isArchived: boolean;
};

/** What the college says of itself, as the checks and the editor read it. */
export type CollegeBaseline = {
  /** The calendar day in Shanghai the reading is of. */
  readonly today: string;
  readonly facts: readonly BaselineFact[];
  readonly terms: readonly StandardTerm[];
};

type DatedArticle = { readonly module: ColumnModule; readonly eventAt: Date | null; readonly publishedAt: Date | null };

/** What each fact says in an article: on its own day for news, today elsewhere. A fact without value then is missing. */
export function factsIn(baseline: CollegeBaseline, article: DatedArticle): ReadonlyMap<string, string> {
  const day = factDayOf(article, new Date(`${baseline.today}T00:00:00+08:00`));
  return new Map(
    baseline.facts.flatMap(({ key, values }) => {
      const held = valueOn(values, day);
      return held === undefined ? [] : [[key, held.value] as const];
    }),
  );
}
