import { can, type RolesHeld } from "../tenancy/permissions.ts";
import type { WorkState } from "./article-states.ts";

/** How long one writer's saves go into the same revision. */
export const revisionMinutes = 30;

export type RevisionInWork = { createdById: string; savedAt: Date; sealedAt: Date | null };

/** Whether a save continues the revision in place: same writer, not handed to anyone yet, and no long pause. */
export function continuesRevision(revision: RevisionInWork, userId: string, now: Date): boolean {
  const pauseMinutes = (now.getTime() - revision.savedAt.getTime()) / 60_000;
  return revision.sealedAt === null && revision.createdById === userId && pauseMinutes < revisionMinutes;
}

/** Whether a person may write in this article: whoever submits may write in all, a contributor in what they began or took over. */
export function mayWrite(
  roles: RolesHeld,
  userId: string,
  article: { createdById: string; responsibleId: string | null },
): boolean {
  const own = article.createdById === userId || article.responsibleId === userId;
  return can(roles, "article:edit") && (can(roles, "article:submit") || own);
}

/** Whether nobody waits for the text in work: only then may an article leave the desk for the archive. */
export function isIdle(workState: WorkState | null): boolean {
  return workState === null || workState === "draft" || workState === "returned";
}

/** News counts as prompt when published within these hours of the event (rubric 新闻动态; opinions, annex). */
export const promptHours = 48;

/** The fewest items a branch owes each month (rubric 信息更新). */
export const monthlyItemsDue = 3;

/** Whether an item came out in time; `null` where it has no event time, which counts as not dated. */
export function isPrompt(eventAt: Date | null, publishedAt: Date): boolean | null {
  return eventAt === null ? null : publishedAt.getTime() - eventAt.getTime() <= promptHours * 3_600_000;
}
