import {
  nextVisibility,
  nextWorkState,
  type Visibility,
  type WorkAction,
  type WorkState,
} from "@zhibu/domain/articles/article-states";
import type { Desk, StoryStep, Version } from "../demo/demo-article.ts";

export type ReplayedRevision = { version: Version; by: Desk; at: Date; sealedAt: Date | null };

/** A step as the timeline and the audit trail know it; `revision` is an index. */
export type ReplayedMove = {
  action: string;
  /** Whether the article's timeline shows it; the audit trail has all. */
  onTimeline: boolean;
  from: WorkState | Visibility | null;
  to: WorkState | Visibility | null;
  revision: number;
  by: Desk;
  at: Date;
  opinion: string;
};

export type ReplayedArticle = {
  revisions: ReplayedRevision[];
  moves: ReplayedMove[];
  visibility: Visibility;
  workState: WorkState | null;
  /** Indexes of revisions. */
  live: number | null;
  working: number | null;
  submitted: { by: Desk; at: Date } | null;
  since: Date;
  scheduledAt: Date | null;
  publishedAt: Date | null;
  revisedAt: Date | null;
  withdrawnAt: Date | null;
};

/** As `saveArticle` does: a sealed, finished or other writer's text is followed by a new revision. */
function write(article: ReplayedArticle, step: Extract<StoryStep, { verb: "write" }>): void {
  const { workState: from, visibility } = article;
  const isFirst = article.revisions.length === 0;
  const to = from === null ? "draft" : nextWorkState(from, "edit");
  article.revisions.push({ version: step.version, by: step.by, at: step.at, sealedAt: null });
  article.working = article.revisions.length - 1;
  article.workState = to === "done" ? "draft" : to;
  article.submitted = null;
  const changesLive = !isFirst && from === null && visibility === "live";
  const action = isFirst ? "create" : "edit";
  const move = {
    revision: article.working,
    by: step.by,
    at: step.at,
    opinion: "",
    from: isFirst ? null : from,
    to: article.workState,
  };
  article.moves.push({ ...move, action, onTimeline: false });
  if (changesLive) article.moves.push({ ...move, action: "beginChange", onTimeline: true });
}

type Movement = Exclude<StoryStep, { verb: "write" | "publish" | "withdraw" }>;

function move(article: ReplayedArticle, step: Movement): void {
  const { workState: from, working } = article;
  if (from === null || working === null) throw new Error(`nothing is in work to ${step.verb}`);
  const action: WorkAction = step.verb;
  const to = nextWorkState(from, action);
  if (to === "done") throw new Error(`${step.verb} does not end a text`);
  article.workState = to;
  const opinion = "text" in step ? step.text : "";
  article.moves.push({ action, onTimeline: true, from, to, revision: working, by: step.by, at: step.at, opinion });
  if (step.verb === "handIn" || step.verb === "submit") article.submitted = { by: step.by, at: step.at };
  const revision = article.revisions[working];
  if (step.verb === "submit" && revision) revision.sealedAt = step.at;
  if (step.verb === "schedule") article.scheduledAt = step.publishAt;
}

function publish(article: ReplayedArticle, { by, at }: StoryStep): void {
  const { workState: from, working } = article;
  if (from === null || working === null || nextWorkState(from, "publish") !== "done")
    throw new Error("nothing to publish");
  article.visibility = nextVisibility(article.visibility, "publish");
  article.moves.push({
    action: "publish",
    onTimeline: true,
    from,
    to: article.visibility,
    revision: working,
    by,
    at,
    opinion: "",
  });
  article.live = working;
  article.working = null;
  article.workState = null;
  article.submitted = null;
  article.publishedAt ??= at;
  article.revisedAt = at;
}

function withdraw(article: ReplayedArticle, step: StoryStep & { text: string }): void {
  const from = article.visibility;
  article.visibility = nextVisibility(from, "withdraw");
  article.withdrawnAt = step.at;
  article.moves.push({
    action: "withdraw",
    onTimeline: true,
    from,
    to: article.visibility,
    revision: article.live ?? 0,
    by: step.by,
    at: step.at,
    opinion: step.text,
  });
}

/** What a story leaves behind, by the same tables of moves the use cases obey. @throws AppError CONFLICT for an impossible step. */
export function replayStory(story: readonly StoryStep[]): ReplayedArticle {
  const article: ReplayedArticle = {
    revisions: [],
    moves: [],
    visibility: "unpublished",
    workState: null,
    live: null,
    working: null,
    submitted: null,
    since: story[0]?.at ?? new Date(0),
    scheduledAt: null,
    publishedAt: null,
    revisedAt: null,
    withdrawnAt: null,
  };
  for (const step of story) {
    if (step.verb === "write") write(article, step);
    else if (step.verb === "publish") publish(article, step);
    else if (step.verb === "withdraw") withdraw(article, step);
    else move(article, step);
    if (step.verb !== "withdraw") article.since = step.at;
  }
  return article;
}
