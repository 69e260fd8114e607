import type { Tx } from "@zhibu/db/scope";
import type { BranchContext } from "../../kernel/context.ts";
import { enqueue } from "../../kernel/queue.ts";
import type { ArticleRow } from "../get-article.ts";
import { followOriginJob, recallWithOriginJob } from "./push-job-names.ts";

/** Whether copies elsewhere follow this article. One look into an index, and only for what has been out before. */
export async function isPushed(tx: Tx, { tenantId, id, publishedAt }: ArticleRow): Promise<boolean> {
  if (publishedAt === null) return false;
  const push = await tx.push.findFirst({
    where: { originTenantId: tenantId, originArticleId: id, state: "active" },
    select: { id: true },
  });
  return push !== null;
}

/** An article has a new live text: with it stands the job that gives it to whoever follows. */
export async function tellFollowers(tx: Tx, ctx: BranchContext, article: ArticleRow): Promise<void> {
  if (!(await isPushed(tx, article))) return;
  await enqueue(tx, followOriginJob, { originTenantId: ctx.tenantId, originArticleId: article.id });
}

/** An article was taken down by its own site: what it said must not go on standing elsewhere. */
export async function recallFollowers(tx: Tx, ctx: BranchContext, article: ArticleRow, reason: string): Promise<void> {
  if (!(await isPushed(tx, article))) return;
  const { userId, displayName } = ctx.actor;
  await enqueue(tx, recallWithOriginJob, {
    originTenantId: ctx.tenantId,
    originArticleId: article.id,
    reason,
    by: { userId, displayName },
  });
}
