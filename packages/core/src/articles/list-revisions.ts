import { withTenant } from "@zhibu/db/scope";
import type { ArticleRefInput } from "@zhibu/domain/articles/article-input";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import type { BranchContext } from "../kernel/context.ts";
import { getArticle } from "./get-article.ts";

const revisionsMax = 200;

/** Every text the article ever had, newest first, with who and when. */
export async function listRevisions(ctx: BranchContext, input: ArticleRefInput) {
  assertCan(ctx.actor.roles, "article:read");
  return withTenant(ctx.tenantId, async (tx) => {
    const article = await getArticle(tx, ctx, input.articleId);
    const revisions = await tx.revision.findMany({
      where: { tenantId: ctx.tenantId, articleId: article.id },
      orderBy: { number: "desc" },
      take: revisionsMax,
      select: {
        id: true,
        number: true,
        title: true,
        createdByName: true,
        createdAt: true,
        savedAt: true,
        sealedAt: true,
      },
    });
    return revisions.map((revision) => ({
      ...revision,
      isLive: revision.id === article.liveRevisionId,
      isWorking: revision.id === article.workingRevisionId,
    }));
  });
}
