import { withTenant } from "@zhibu/db/scope";
import type { ArticleRefInput } from "@zhibu/domain/articles/article-input";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import type { BranchContext } from "../kernel/context.ts";
import { getArticle } from "./get-article.ts";

/** Whoever was not seen for so long has closed the editor or lost the network. */
export const presenceSeconds = 45;

/** Says that the caller has the editor open and returns who else has: a warning, not a lock. */
export async function touchPresence(
  ctx: BranchContext,
  input: ArticleRefInput,
): Promise<{ others: { userName: string; seenAt: Date }[] }> {
  assertCan(ctx.actor.roles, "article:edit");
  return withTenant(ctx.tenantId, async (tx) => {
    const article = await getArticle(tx, ctx, input.articleId);
    const key = { tenantId: ctx.tenantId, articleId: article.id, userId: ctx.actor.userId };
    const seenAt = ctx.now();
    const seen = { userName: ctx.actor.displayName, seenAt };
    await tx.editingPresence.upsert({
      where: { tenantId_articleId_userId: key },
      create: { ...key, ...seen },
      update: seen,
    });
    const others = await tx.editingPresence.findMany({
      where: {
        tenantId: ctx.tenantId,
        articleId: article.id,
        userId: { not: ctx.actor.userId },
        seenAt: { gt: new Date(seenAt.getTime() - presenceSeconds * 1_000) },
      },
      orderBy: { seenAt: "desc" },
      take: 10,
      select: { userName: true, seenAt: true },
    });
    return { others };
  });
}

/** Says that the caller closed the editor. */
export async function leavePresence(ctx: BranchContext, input: ArticleRefInput): Promise<void> {
  assertCan(ctx.actor.roles, "article:edit");
  await withTenant(ctx.tenantId, (tx) =>
    tx.editingPresence.deleteMany({
      where: { tenantId: ctx.tenantId, articleId: input.articleId, userId: ctx.actor.userId },
    }),
  );
}
