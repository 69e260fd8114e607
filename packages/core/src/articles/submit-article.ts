import { withTenant } from "@zhibu/db/scope";
import type { SubmitArticleInput } from "@zhibu/domain/articles/submit-input";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import type { BranchContext } from "../kernel/context.ts";
import { recordSubmission } from "../workflow/submissions.ts";
import { checkRevision, unwaived } from "./check-revision.ts";
import { getArticleAt } from "./get-article.ts";
import { getTitledRevision } from "./get-titled-revision.ts";
import { articleSubject, moveArticle, nextStateOf, type MovedArticle } from "./move-article.ts";
import { tellOfArticle, thoseWho } from "./tell-of-article.ts";

/**
 * The webmaster declares the text checked and hands it to the secretary (opinions IV(1)). The text is sealed.
 * @throws AppError INVALID while a blocking finding has no waiver asked for.
 */
export async function submitArticle(ctx: BranchContext, input: SubmitArticleInput): Promise<MovedArticle> {
  assertCan(ctx.actor.roles, "article:submit");
  return withTenant(ctx.tenantId, async (tx) => {
    const article = await getArticleAt(tx, ctx, input);
    nextStateOf(article, "submit");
    const revision = await getTitledRevision(tx, article);
    const findings = await checkRevision(tx, ctx, revision.id);
    const open = unwaived(findings, input.waiversAsked);
    if (open.length > 0) throw new AppError("INVALID", "article.blocked", { count: open.length });

    const now = ctx.now();
    await tx.revision.update({
      where: { tenantId_id: { tenantId: ctx.tenantId, id: revision.id } },
      data: { sealedAt: now },
    });
    await recordSubmission(tx, ctx, articleSubject(article.id), {
      revisionId: revision.id,
      selfCheck: input.selfCheck,
      findings,
      waiversAsked: input.waiversAsked,
    });
    await tellOfArticle(tx, ctx, article, {
      kind: "article.submitted",
      userIds: await thoseWho(tx, ctx, "article:approve"),
      params: { title: revision.title, actor: ctx.actor.displayName },
      to: "review",
    });
    return moveArticle(tx, ctx, article, {
      action: "submit",
      opinion: input.note,
      data: { submittedById: ctx.actor.userId, submittedAt: now },
    });
  });
}
