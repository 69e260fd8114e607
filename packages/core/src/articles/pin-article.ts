import { withTenant } from "@zhibu/db/scope";
import type { PinArticleInput } from "@zhibu/domain/articles/article-input";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import { audit } from "../audit/audit.ts";
import { bumpSiteVersion } from "../kernel/bump-site-version.ts";
import type { BranchContext } from "../kernel/context.ts";
import { updateGuarded } from "../kernel/update-guarded.ts";
import { getArticleAt } from "./get-article.ts";
import { articleSubject, type ArticleData } from "./move-article.ts";

/** Puts a live article on top of its lists (置顶), or back in its place. */
export async function pinArticle(ctx: BranchContext, input: PinArticleInput) {
  assertCan(ctx.actor.roles, "article:pin");
  return withTenant(ctx.tenantId, async (tx) => {
    const article = await getArticleAt(tx, ctx, input);
    if (article.visibility !== "live") throw new AppError("CONFLICT", "article.notLive");
    await updateGuarded<ArticleData>(tx.article, article, { pinnedAt: input.pinned ? ctx.now() : null });
    await audit(tx, ctx, input.pinned ? "article.pin" : "article.unpin", articleSubject(article.id), {
      no: article.no,
    });
    await bumpSiteVersion(tx, { removal: false });
    return { articleId: article.id, version: article.version + 1, pinned: input.pinned };
  });
}
