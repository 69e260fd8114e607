import { withTenant } from "@zhibu/db/scope";
import type { ArticleActionInput } from "@zhibu/domain/articles/article-input";
import { mayWrite } from "@zhibu/domain/articles/revision-rules";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import { audit } from "../audit/audit.ts";
import type { BranchContext } from "../kernel/context.ts";
import { updateGuarded } from "../kernel/update-guarded.ts";
import { recordEvent } from "../workflow/record-event.ts";
import { settleCorrections } from "./corrections/settle-corrections.ts";
import { getArticleAt } from "./get-article.ts";
import { articleSubject, nextStateOf, type ArticleData } from "./move-article.ts";

/** Gives up unpublished changes (放弃修改) of an article that has been out: the live text stays, the revision stays in the history. */
export async function discardWork(ctx: BranchContext, input: ArticleActionInput) {
  assertCan(ctx.actor.roles, "article:edit");
  return withTenant(ctx.tenantId, async (tx) => {
    const article = await getArticleAt(tx, ctx, input);
    if (!mayWrite(ctx.actor.roles, ctx.actor.userId, article)) throw new AppError("FORBIDDEN", "article.notYours");
    if (article.liveRevisionId === null) throw new AppError("CONFLICT", "article.nothingToKeep");
    nextStateOf(article, "discard");
    const live = await tx.revision.findUniqueOrThrow({
      where: { tenantId_id: { tenantId: ctx.tenantId, id: article.liveRevisionId } },
      select: { title: true },
    });
    await updateGuarded<ArticleData>(tx.article, article, {
      workState: null,
      workingRevisionId: null,
      workStateSince: ctx.now(),
      title: live.title,
    });
    await recordEvent(tx, ctx, articleSubject(article.id), {
      action: "discard",
      from: article.workState,
      to: article.visibility,
      revisionId: article.workingRevisionId,
    });
    await settleCorrections(tx, ctx, article.id);
    await audit(tx, ctx, "article.discard", articleSubject(article.id), {
      no: article.no,
      revisionId: article.workingRevisionId,
    });
    return { articleId: article.id, version: article.version + 1 };
  });
}
