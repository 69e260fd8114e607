import type { Tx } from "@zhibu/db/scope";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { getWorkingRevision, type ArticleRow } from "./get-article.ts";

/** The working revision, with the least that anyone can review. @throws AppError INVALID without a title. */
export async function getTitledRevision(tx: Tx, article: ArticleRow) {
  const revision = await getWorkingRevision(tx, article);
  if (revision.title === "") throw new AppError("INVALID", "article.titleMissing");
  return revision;
}
