import { withTenant } from "@zhibu/db/scope";
import type { ArticleActionInput } from "@zhibu/domain/articles/article-input";
import { recallPermission } from "@zhibu/domain/articles/article-states";
import { mayWrite } from "@zhibu/domain/articles/revision-rules";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import type { BranchContext } from "../kernel/context.ts";
import { getArticleAt } from "./get-article.ts";
import { moveArticle, type MovedArticle } from "./move-article.ts";

/** Takes back (撤回) what was handed in or submitted and not decided yet. */
export async function recallArticle(ctx: BranchContext, input: ArticleActionInput): Promise<MovedArticle> {
  assertCan(ctx.actor.roles, "article:edit");
  return withTenant(ctx.tenantId, async (tx) => {
    const article = await getArticleAt(tx, ctx, input);
    if (article.workState !== null) assertCan(ctx.actor.roles, recallPermission(article.workState));
    if (!mayWrite(ctx.actor.roles, ctx.actor.userId, article)) throw new AppError("FORBIDDEN", "article.notYours");
    return moveArticle(tx, ctx, article, { action: "recall", data: { submittedById: null, submittedAt: null } });
  });
}
