import type { CheckArticleInput } from "./check-article-input.ts";
import type { CheckRules } from "./check-rules.ts";
import type { FindingKind, Report, Severity } from "./finding.ts";
import { basis } from "./rule-sources.ts";

const hourMs = 3_600_000;

/** Event time against publication: news is due within the hours of the rubric, and nothing is reported before it happened. */
export function findTimeliness({ eventAt, module, now }: CheckArticleInput, rules: CheckRules): Report[] {
  if (eventAt === null) return [];
  const hours = (now.getTime() - eventAt.getTime()) / hourMs;
  const hoursLeft = rules.newsHoursMax - hours;
  const hoursMax = rules.newsHoursMax;
  if (hours < 0) return [about(eventAt, "eventAt.future", "warn", { hours: Math.ceil(-hours) })];
  if (module !== "news") return [];
  if (hoursLeft < 0) return [about(eventAt, "late.48h", "warn", { hours: Math.floor(hours), hoursMax })];
  if (hoursLeft < rules.reminderHours) {
    return [about(eventAt, "late.remaining", "info", { hoursLeft: Math.floor(hoursLeft), hoursMax })];
  }
  return [];
}

function about(eventAt: Date, kind: FindingKind, severity: Severity, params: Record<string, number>): Report {
  return {
    kind,
    severity,
    where: { field: "eventAt", from: 0, to: 0 },
    value: eventAt.toISOString(),
    params,
    basis: [basis.timeliness],
  };
}
