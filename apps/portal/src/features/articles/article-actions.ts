import type { WorkState } from "@zhibu/domain/articles/article-states";
import type { ArticleAbilities } from "./article-data.ts";

/** Everything that can be done to an article as a whole; the names are keys under `articles.action`. */
export type ArticleAction =
  | "review"
  | "submit"
  | "handIn"
  | "publish"
  | "schedule"
  | "reschedule"
  | "unschedule"
  | "recall"
  | "return"
  | "discard"
  | "pin"
  | "unpin"
  | "withdraw"
  | "archive";

export type ArrangedActions = {
  /** The next step, as one button. */
  primary: ArticleAction | null;
  /** What else is likely now. */
  beside: readonly ArticleAction[];
  /** The rest, behind "more". */
  more: readonly ArticleAction[];
};

type Subject = { workState: WorkState | null; pinnedAt: Date | null };

/** The buttons of an article's screen: the next step first, and only what the person may do. */
export function arrangeActions(article: Subject, can: ArticleAbilities): ArrangedActions {
  return { primary: nextStep(article, can), beside: likelyActions(article, can), more: otherActions(article, can) };
}

function nextStep({ workState }: Subject, can: ArticleAbilities): ArticleAction | null {
  const steps = kept([
    can.approve && "review",
    can.submit && "submit",
    can.handIn && "handIn",
    can.publish && workState !== "scheduled" && "publish",
  ]);
  return steps[0] ?? null;
}

function likelyActions({ workState }: Subject, can: ArticleAbilities): ArticleAction[] {
  return kept([
    can.schedule && (workState === "scheduled" ? "reschedule" : "schedule"),
    can.recall && "recall",
    can.return && workState === "handed_in" && "return",
  ]);
}

function otherActions({ workState, pinnedAt }: Subject, can: ArticleAbilities): ArticleAction[] {
  const isBeforeDecision = workState === "handed_in" || workState === "in_review";
  return kept([
    can.publish && workState === "scheduled" && "publish",
    can.unschedule && "unschedule",
    can.return && !isBeforeDecision && "return",
    can.discard && "discard",
    can.pin && (pinnedAt === null ? "pin" : "unpin"),
    can.withdraw && "withdraw",
    can.archive && "archive",
  ]);
}

function kept(actions: readonly (ArticleAction | false)[]): ArticleAction[] {
  return actions.filter((action) => action !== false);
}
