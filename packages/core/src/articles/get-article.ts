import type { Tx } from "@zhibu/db/scope";
import { AppError, notFound } from "@zhibu/domain/kernel/app-error";
import type { BranchContext } from "../kernel/context.ts";

export type ArticleRow = Awaited<ReturnType<typeof getArticle>>;

/** @throws AppError NOT_FOUND for a missing article and for another branch's alike. */
export async function getArticle(tx: Tx, ctx: BranchContext, articleId: string) {
  const article = await tx.article.findUnique({ where: { tenantId_id: { tenantId: ctx.tenantId, id: articleId } } });
  if (!article) throw notFound("article.notFound");
  return article;
}

/**
 * The article as the caller last saw it.
 * @throws AppError CONFLICT when it has changed since; the screen then offers both texts.
 */
export async function getArticleAt(tx: Tx, ctx: BranchContext, input: { articleId: string; version: number }) {
  const article = await getArticle(tx, ctx, input.articleId);
  if (article.version !== input.version) {
    // Told, so that a writer whose text goes on top need not ask again in between.
    throw new AppError("CONFLICT", "article.changedMeanwhile", { version: article.version });
  }
  return article;
}

/** @throws AppError CONFLICT when nothing is in work. */
export function workingRevisionIdOf({ workingRevisionId }: ArticleRow): string {
  if (workingRevisionId === null) throw new AppError("CONFLICT", "article.nothingInWork");
  return workingRevisionId;
}

/** @throws AppError CONFLICT when nothing is in work. */
export async function getWorkingRevision(tx: Tx, article: ArticleRow) {
  const { tenantId } = article;
  return tx.revision.findUniqueOrThrow({ where: { tenantId_id: { tenantId, id: workingRevisionIdOf(article) } } });
}
