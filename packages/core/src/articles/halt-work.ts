import type { WorkState } from "@zhibu/domain/articles/article-states";
import type { ArticleRow } from "./get-article.ts";

/** What was approved before a take-down would come out by itself, or at a click. */
const wouldComeOut: readonly (WorkState | null)[] = ["approved", "scheduled", "failed"];

/** What a take-down changes of the text in work: an approval given before it counts no more. */
export function haltWork(article: Pick<ArticleRow, "workState">, now: Date) {
  if (!wouldComeOut.includes(article.workState)) return {};
  return { workState: "returned", workStateSince: now, scheduledAt: null, failureReason: null } as const;
}
