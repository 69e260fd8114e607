import { withTenant } from "@zhibu/db/scope";
import type { ArticleActionInput } from "@zhibu/domain/articles/article-input";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import type { BranchContext } from "../kernel/context.ts";
import { getArticleAt } from "./get-article.ts";
import { moveArticle, type MovedArticle } from "./move-article.ts";

/** Cancels a planned publication; the text stays approved. The job that still comes finds nothing due. */
export async function unscheduleArticle(ctx: BranchContext, input: ArticleActionInput): Promise<MovedArticle> {
  assertCan(ctx.actor.roles, "article:publish");
  return withTenant(ctx.tenantId, async (tx) => {
    const article = await getArticleAt(tx, ctx, input);
    return moveArticle(tx, ctx, article, { action: "unschedule", data: { scheduledAt: null } });
  });
}
