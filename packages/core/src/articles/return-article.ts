import { withTenant } from "@zhibu/db/scope";
import type { ReturnArticleInput } from "@zhibu/domain/articles/article-input";
import { returnPermission } from "@zhibu/domain/articles/article-states";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { assertCan, can } from "@zhibu/domain/tenancy/permissions";
import type { BranchContext } from "../kernel/context.ts";
import { getArticleAt } from "./get-article.ts";
import { moveArticle, type MovedArticle } from "./move-article.ts";
import { tellOfArticle, writersOf } from "./tell-of-article.ts";

/** Sends a text back (退回修改) with the reason its writer needs to mend it; also after approval, while it is not out yet. */
export async function returnArticle(ctx: BranchContext, input: ReturnArticleInput): Promise<MovedArticle> {
  const { roles } = ctx.actor;
  if (!can(roles, "article:approve") && !can(roles, "article:check")) throw new AppError("FORBIDDEN", "forbidden");
  return withTenant(ctx.tenantId, async (tx) => {
    const article = await getArticleAt(tx, ctx, input);
    if (article.workState !== null) assertCan(roles, returnPermission(article.workState));
    await tellOfArticle(tx, ctx, article, {
      kind: "article.returned",
      userIds: await writersOf(tx, ctx, article),
      params: { title: article.title, actor: ctx.actor.displayName, reason: input.reason },
    });
    return moveArticle(tx, ctx, article, {
      action: "return",
      opinion: input.reason,
      data: { scheduledAt: null, failureReason: null },
    });
  });
}
