import { articleLines } from "./article-lines.ts";
import { factTextIn, findTerms, findUnknownFacts, outdatedFactFinder } from "./baseline-findings.ts";
import type { CheckArticleInput } from "./check-article-input.ts";
import { defaultCheckRules, type CheckRules } from "./check-rules.ts";
import { checkText } from "./check-text.ts";
import { findInAttachments } from "./files/attachment-findings.ts";
import { withKeys } from "./finding-key.ts";
import { severities, type Finding, type Report } from "./finding.ts";
import { findMissingFacts } from "./missing-facts.ts";
import { findTimeliness } from "./timeliness.ts";

/** More of one kind say nothing new; what is left over comes up when these are dealt with. */
export const findingsPerKindMax = 50;

const articleDetectors = [findMissingFacts, findTimeliness, findInAttachments] as const;

/** All findings of an article, the gravest first, within a severity in reading order (DOMAIN §4). */
export function checkArticle(article: CheckArticleInput, rules: CheckRules = defaultCheckRules): Finding[] {
  const reports = [...articleDetectors.flatMap((detect) => detect(article, rules)), ...textReports(article, rules)];
  return withKeys(firstOfEachKind(reports)).sort(
    (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity),
  );
}

function textReports(article: CheckArticleInput, { baseline }: CheckRules): Report[] {
  const factText = factTextIn(article, baseline);
  const lines = articleLines(article, factText);
  if (baseline === undefined || factText === undefined) return lines.flatMap(checkText);
  const findOutdated = outdatedFactFinder(article, baseline);
  return [
    ...findUnknownFacts(article, factText),
    ...lines.flatMap((line) => [...checkText(line), ...findOutdated(line), ...findTerms(line, baseline)]),
  ];
}

function firstOfEachKind(reports: readonly Report[]): Report[] {
  const counts = new Map<string, number>();
  return reports.filter(({ kind }) => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return count <= findingsPerKindMax;
  });
}
