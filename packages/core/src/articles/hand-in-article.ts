import { withTenant } from "@zhibu/db/scope";
import type { ArticleActionInput } from "@zhibu/domain/articles/article-input";
import { mayWrite } from "@zhibu/domain/articles/revision-rules";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import type { BranchContext } from "../kernel/context.ts";
import { getArticleAt } from "./get-article.ts";
import { getTitledRevision } from "./get-titled-revision.ts";
import { moveArticle, type MovedArticle } from "./move-article.ts";
import { tellOfArticle, thoseWho } from "./tell-of-article.ts";

/** A contributor gives the draft to the webmaster (待核稿). */
export async function handInArticle(ctx: BranchContext, input: ArticleActionInput): Promise<MovedArticle> {
  assertCan(ctx.actor.roles, "article:handIn");
  return withTenant(ctx.tenantId, async (tx) => {
    const article = await getArticleAt(tx, ctx, input);
    if (!mayWrite(ctx.actor.roles, ctx.actor.userId, article)) throw new AppError("FORBIDDEN", "article.notYours");
    const { title } = await getTitledRevision(tx, article);
    await tellOfArticle(tx, ctx, article, {
      kind: "article.handedIn",
      userIds: await thoseWho(tx, ctx, "article:check"),
      params: { title, actor: ctx.actor.displayName },
    });
    return moveArticle(tx, ctx, article, {
      action: "handIn",
      data: { submittedById: ctx.actor.userId, submittedAt: ctx.now() },
    });
  });
}
