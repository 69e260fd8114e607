import { withTenant } from "@zhibu/db/scope";
import type { RestoreRevisionInput } from "@zhibu/domain/articles/article-input";
import { notFound } from "@zhibu/domain/kernel/app-error";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import type { BranchContext } from "../kernel/context.ts";
import { saveArticle, type SavedArticle } from "./save-article.ts";

/** Takes an older text up again as the newest one (恢复此版本); history only grows. */
export async function restoreRevision(ctx: BranchContext, input: RestoreRevisionInput): Promise<SavedArticle> {
  assertCan(ctx.actor.roles, "article:edit");
  const { tenantId } = ctx;
  const old = await withTenant(tenantId, (tx) =>
    tx.revision.findUnique({
      where: { tenantId_id: { tenantId, id: input.revisionId } },
      include: { media: { where: { use: "attachment" }, orderBy: { position: "asc" }, select: { mediaId: true } } },
    }),
  );
  if (!old || old.articleId !== input.articleId) throw notFound();
  const { columnId, title, subtitle, summary, source, author, coverId, body } = old;
  return saveArticle(ctx, {
    articleId: input.articleId,
    version: input.version,
    content: {
      columnId,
      title,
      subtitle,
      summary,
      source,
      author,
      coverId,
      body,
      eventAt: old.eventAt?.toISOString() ?? null,
      attachmentIds: old.media.map((used) => used.mediaId),
    },
  });
}
