import type { Visibility, WorkState } from "@zhibu/domain/articles/article-states";
import type { ArticleAbilities } from "./article-data.ts";

type ArticleState = { visibility: Visibility; workState: WorkState | null };

const byState: Record<WorkState, (can: ArticleAbilities) => string> = {
  draft: (can) => (can.submit ? "draft.submit" : can.handIn ? "draft.handIn" : "draft.other"),
  handed_in: (can) => (can.submit ? "handedIn.check" : "handedIn.wait"),
  in_review: (can) => {
    if (can.approve) return "inReview.decide";
    if (can.fourEyes) return "inReview.fourEyes";
    return can.recall ? "inReview.recall" : "inReview.wait";
  },
  returned: (can) => (can.submit || can.handIn ? "returned.mend" : "returned.wait"),
  approved: (can) => (can.publish ? "approved.publish" : "approved.wait"),
  scheduled: () => "scheduled",
  failed: (can) => (can.publish ? "failed.act" : "failed.wait"),
};

/** Key under `articles.sentence` of what the state is, what comes next and who must act, as it concerns whoever looks. */
export function stateSentence({ visibility, workState }: ArticleState, can: ArticleAbilities): string {
  return workState === null ? `rest.${visibility}` : byState[workState](can);
}

/** A text nobody may change by a stray key: touching it would begin a change, or void an approval. */
export function opensLocked({ workState }: ArticleState): boolean {
  return workState === null || workState === "approved" || workState === "scheduled" || workState === "failed";
}
