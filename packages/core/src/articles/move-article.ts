import type { Prisma } from "@zhibu/db/generated/client";
import type { Tx } from "@zhibu/db/scope";
import { nextWorkState, type WorkAction, type WorkState } from "@zhibu/domain/articles/article-states";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { audit } from "../audit/audit.ts";
import type { BranchContext } from "../kernel/context.ts";
import { updateGuarded } from "../kernel/update-guarded.ts";
import { recordEvent, type Subject } from "../workflow/record-event.ts";
import type { ArticleRow } from "./get-article.ts";

export const articleSubject = (id: string): Subject => ({ type: "article", id });

export type ArticleData = Omit<Prisma.ArticleUncheckedUpdateManyInput, "version" | "tenantId" | "id">;

/**
 * Where an action leads from the article's present work state.
 * @throws AppError CONFLICT when nothing is in work or the state has no such move.
 */
export function nextStateOf(article: ArticleRow, action: WorkAction): WorkState | "done" {
  if (article.workState === null) throw new AppError("CONFLICT", "article.nothingInWork");
  return nextWorkState(article.workState, action);
}

export type Move = { action: WorkAction; opinion?: string; data?: ArticleData };

export type MovedArticle = { articleId: string; version: number; workState: WorkState | null };

/** One move of the working revision: guarded write, timeline, audit. `done` is for `publishArticle` and `discardWork`, not here. */
export async function moveArticle(tx: Tx, ctx: BranchContext, article: ArticleRow, move: Move): Promise<MovedArticle> {
  const next = nextStateOf(article, move.action);
  if (next === "done")
    throw new AppError("CONFLICT", "article.wrongState", { state: String(article.workState), action: move.action });
  await updateGuarded<ArticleData>(tx.article, article, { ...move.data, workState: next, workStateSince: ctx.now() });
  await recordEvent(tx, ctx, articleSubject(article.id), {
    action: move.action,
    from: article.workState,
    to: next,
    revisionId: article.workingRevisionId,
    ...(move.opinion ? { opinion: move.opinion } : {}),
  });
  await audit(tx, ctx, `article.${move.action}`, articleSubject(article.id), {
    no: article.no,
    revisionId: article.workingRevisionId,
    from: article.workState,
    to: next,
    ...(move.opinion ? { opinion: move.opinion } : {}),
  });
  return { articleId: article.id, version: article.version + 1, workState: next };
}
