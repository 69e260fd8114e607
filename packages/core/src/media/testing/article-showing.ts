import type { MediaUse, Visibility } from "@zhibu/db/generated/enums";
import { newId } from "@zhibu/db/new-id";
import { withTenant } from "@zhibu/db/scope";
import type { BranchContext } from "../../kernel/context.ts";

type Showing = { title?: string; visibility?: Visibility; use?: MediaUse; sealedAt?: Date | null };

/** An article with one revision that shows the item: live by default. */
export async function articleShowing(ctx: BranchContext, mediaId: string, options: Showing = {}): Promise<string> {
  const {
    title = "测试文章",
    visibility = "live",
    use = "picture",
    sealedAt = visibility === "unpublished" ? null : ctx.now(),
  } = options;
  const { tenantId, actor } = ctx;
  const [articleId, revisionId] = [newId(), newId()];
  await withTenant(tenantId, async (tx) => {
    const column = await tx.siteColumn.findFirstOrThrow({ where: { tenantId } });
    const { articleSeq: no } = await tx.branch.update({
      where: { id: tenantId },
      data: { articleSeq: { increment: 1 } },
      select: { articleSeq: true },
    });
    await tx.article.create({
      data: { tenantId, id: articleId, no, columnId: column.id, title, createdById: actor.userId },
    });
    await tx.revision.create({
      data: {
        tenantId,
        id: revisionId,
        articleId,
        number: 1,
        columnId: column.id,
        title,
        body: {},
        sealedAt,
        createdById: actor.userId,
        createdByName: actor.displayName,
      },
    });
    await tx.revisionMedia.create({ data: { tenantId, revisionId, mediaId, use } });
    const isLive = visibility === "live" || visibility === "withdrawn";
    await tx.article.update({
      where: { tenantId_id: { tenantId, id: articleId } },
      data: {
        visibility,
        ...(isLive
          ? { liveRevisionId: revisionId, publishedAt: ctx.now(), workState: null }
          : { workingRevisionId: revisionId }),
      },
    });
  });
  return articleId;
}
