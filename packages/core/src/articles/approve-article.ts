import { withTenant, type Tx } from "@zhibu/db/scope";
import type { ApproveArticleInput } from "@zhibu/domain/articles/article-input";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import type { BranchContext } from "../kernel/context.ts";
import { findSubmission, recordWaivers } from "../workflow/submissions.ts";
import { checkRevision, unwaived } from "./check-revision.ts";
import { getArticleAt, type ArticleRow, workingRevisionIdOf } from "./get-article.ts";
import { articleSubject, moveArticle, nextStateOf } from "./move-article.ts";
import { publishWorkingRevision } from "./publish-article.ts";
import { publishersOf, tellOfArticle } from "./tell-of-article.ts";

/**
 * The secretary approves the sealed text, and with `publish` puts it out in the same step.
 * Four eyes: never by the person who submitted it, whatever roles they hold.
 * @throws AppError INVALID while a blocking finding has not been waived by the approver, with a reason.
 */
export async function approveArticle(ctx: BranchContext, input: ApproveArticleInput) {
  assertCan(ctx.actor.roles, "article:approve");
  if (input.publish) assertCan(ctx.actor.roles, "article:publish");
  return withTenant(ctx.tenantId, async (tx) => {
    const article = await getArticleAt(tx, ctx, input);
    nextStateOf(article, "approve");
    if (article.submittedById === ctx.actor.userId) throw new AppError("FORBIDDEN", "article.fourEyes");
    await settleFindings(tx, ctx, article, input);
    // Before the move: its record holds the branch's trail until the end, and others of the branch wait for it.
    if (!input.publish) await tellPublishers(tx, ctx, article);
    const approved = await moveArticle(tx, ctx, article, { action: "approve", opinion: input.opinion });
    return input.publish
      ? publishWorkingRevision(tx, ctx, { ...article, workState: "approved", version: approved.version })
      : approved;
  });
}

async function tellPublishers(tx: Tx, ctx: BranchContext, article: ArticleRow): Promise<void> {
  await tellOfArticle(tx, ctx, article, {
    kind: "article.approved",
    userIds: await publishersOf(tx, ctx, article),
    params: { title: article.title, actor: ctx.actor.displayName },
  });
}

async function settleFindings(
  tx: Tx,
  ctx: BranchContext,
  article: ArticleRow,
  input: ApproveArticleInput,
): Promise<void> {
  const findings = await checkRevision(tx, ctx, workingRevisionIdOf(article));
  const open = unwaived(findings, input.waivers);
  if (open.length > 0) throw new AppError("INVALID", "article.notWaived", { count: open.length });
  if (input.waivers.length === 0) return;
  const submission = await findSubmission(tx, ctx, articleSubject(article.id));
  if (submission) await recordWaivers(tx, ctx, submission.id, input.waivers);
}
