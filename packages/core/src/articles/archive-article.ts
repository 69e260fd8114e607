import { withTenant } from "@zhibu/db/scope";
import type { ArticleActionInput } from "@zhibu/domain/articles/article-input";
import { nextVisibility } from "@zhibu/domain/articles/article-states";
import { isIdle } from "@zhibu/domain/articles/revision-rules";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import { audit } from "../audit/audit.ts";
import type { BranchContext } from "../kernel/context.ts";
import { updateGuarded } from "../kernel/update-guarded.ts";
import { recordEvent } from "../workflow/record-event.ts";
import { settleCorrections } from "./corrections/settle-corrections.ts";
import { getArticleAt } from "./get-article.ts";
import { articleSubject, type ArticleData } from "./move-article.ts";

/** Puts away (归档) a withdrawn article or a draft that will not be published. Nothing is deleted; it is read-only from then on. */
export async function archiveArticle(ctx: BranchContext, input: ArticleActionInput) {
  assertCan(ctx.actor.roles, "article:archive");
  return withTenant(ctx.tenantId, async (tx) => {
    const article = await getArticleAt(tx, ctx, input);
    const visibility = nextVisibility(article.visibility, "archive");
    if (!isIdle(article.workState)) throw new AppError("CONFLICT", "article.stillInWork");
    await updateGuarded<ArticleData>(tx.article, article, {
      visibility,
      workState: null,
      workingRevisionId: null,
      workStateSince: ctx.now(),
    });
    await recordEvent(tx, ctx, articleSubject(article.id), {
      action: "archive",
      from: article.visibility,
      to: visibility,
    });
    await settleCorrections(tx, ctx, article.id);
    await audit(tx, ctx, "article.archive", articleSubject(article.id), { no: article.no, from: article.visibility });
    return { articleId: article.id, version: article.version + 1, visibility };
  });
}
