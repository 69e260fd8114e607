import { walkBody } from "../articles/document/walk-body.ts";
import { factsIn, type CollegeBaseline } from "../baseline/college-baseline.ts";
import { factFinder } from "../baseline/fact-finder.ts";
import { factTextOf, type FactText } from "../baseline/fact-text.ts";
import { valueOn } from "../baseline/fact-values.ts";
import { findTermVariants } from "../baseline/term-finder.ts";
import { excerptAround, type WordFinder } from "../baseline/word-finder.ts";
import type { CheckArticleInput } from "./check-article-input.ts";
import type { CheckedLine } from "./checked-line.ts";
import type { Report } from "./finding.ts";
import { basis } from "./rule-sources.ts";

/** What the article's facts say; without the college's baseline they are their keys. */
export function factTextIn(article: CheckArticleInput, baseline: CollegeBaseline | undefined): FactText | undefined {
  if (baseline === undefined) return undefined;
  // `now` is the day of the publication already where there was one.
  return factTextOf(factsIn(baseline, { ...article, publishedAt: article.now }));
}

/** References that say nothing, because the college keeps no such fact or had no value for it on that day. */
export function findUnknownFacts({ body }: CheckArticleInput, factText: FactText): Report[] {
  return Array.from(walkBody(body)).flatMap(({ node, path }): Report[] => {
    if (node.type !== "fact" || factText(node.attrs.key) !== undefined) return [];
    const { key } = node.attrs;
    return [
      {
        kind: "fact.unknown",
        severity: "block",
        where: { field: "body", path: path.slice(0, -1), part: "text", from: 0, to: 0 },
        basis: [basis.consistency],
        value: key,
        excerpt: key,
        params: { key },
      },
    ];
  });
}

/** Wrong variants of the college's standard expressions. */
export function findTerms(line: CheckedLine, { terms }: CollegeBaseline): Report[] {
  return findTermVariants(line.text, terms).map(({ from, to, variant, term }) => ({
    kind: "term.variant",
    severity: term.severity,
    where: line.place(from, to),
    basis: [basis.consistency],
    value: variant,
    excerpt: excerptAround(line.text, { from, to }),
    params: { words: term.words, note: term.note },
    ...(line.isFixed(from, to) ? {} : { fix: { replacement: term.words } }),
  }));
}

/**
 * Values of facts that no longer hold, written by hand: in pages alone, for news keeps the wording of its date.
 * Built once for all lines of an article.
 */
export function outdatedFactFinder(article: CheckArticleInput, baseline: CollegeBaseline) {
  if (article.module === "news") return () => [];
  const finders = baseline.facts.flatMap(
    ({ name, unit, values }): { name: string; value: string; find: WordFinder }[] => {
      const current = valueOn(values, baseline.today)?.value;
      if (current === undefined) return [];
      const past = values.filter(({ value, effectiveFrom }) => value !== current && effectiveFrom <= baseline.today);
      return [...new Set(past.map(({ value }) => value))].map((oldValue) => ({
        name,
        value: current,
        find: factFinder({ name, unit, oldValue, newValue: current }),
      }));
    },
  );
  return (line: CheckedLine): Report[] =>
    finders.flatMap(({ name, value, find }) =>
      find(line.text, line.labels)
        .filter(({ from, to, sure }) => sure && !line.isFixed(from, to))
        .map(({ from, to, replacement }) => ({
          kind: "fact.outdated" as const,
          severity: "warn" as const,
          where: line.place(from, to),
          basis: [basis.consistency],
          value: line.text.slice(from, to),
          excerpt: excerptAround(line.text, { from, to }),
          params: { name, value },
          fix: { replacement },
        })),
    );
}
