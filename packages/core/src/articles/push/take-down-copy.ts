import type { Tx } from "@zhibu/db/scope";
import { allowsCopyAction, nextCopyState } from "@zhibu/domain/articles/push/push-states";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { canInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { BranchContext } from "../../kernel/context.ts";
import type { ArticleRow } from "../get-article.ts";
import { updateCopy, type CopyRow } from "./push-rows.ts";

/**
 * Before an article that follows a push is taken down in one branch: its copy counts as declined, with the reason, and
 * no later update brings it back. Called before the article is written, for copies are held before articles.
 * @throws AppError FORBIDDEN when the push is required and it is not the office that takes it down.
 */
export async function takeDownCopy(tx: Tx, ctx: BranchContext, article: ArticleRow, reason: string): Promise<void> {
  if (article.linkedPushId === null) return;
  if (article.linkedRequired && !canInCollege(ctx.actor.roles.college, "push:send"))
    throw new AppError("FORBIDDEN", "push.required");
  const [copy] = await tx.$queryRaw<CopyRow[]>`
    SELECT tenant_id AS "tenantId", id, push_id AS "pushId", state, article_id AS "articleId",
      origin_revision_id AS "originRevisionId", version
    FROM push_copy WHERE tenant_id = ${article.tenantId}::uuid AND article_id = ${article.id}::uuid FOR UPDATE`;
  if (!copy || !allowsCopyAction(copy.state, "decline")) return;
  const state = nextCopyState(copy.state, "decline");
  await updateCopy(tx, copy, { state, reason, changedAt: ctx.now(), decidedByName: ctx.actor.displayName });
}
