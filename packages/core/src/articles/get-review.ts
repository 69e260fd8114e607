import { withTenant } from "@zhibu/db/scope";
import type { ArticleRefInput } from "@zhibu/domain/articles/article-input";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import type { BranchContext } from "../kernel/context.ts";
import { listEvents } from "../workflow/list-events.ts";
import { findSubmission } from "../workflow/submissions.ts";
import { articleAbilities } from "./article-abilities.ts";
import { checkRevision } from "./check-revision.ts";
import { differenceOf } from "./compare-revisions.ts";
import { nominationOf } from "./featured/nomination-of.ts";
import { readRevision } from "./get-article-for-editing.ts";
import { getArticle } from "./get-article.ts";
import { articleSubject } from "./move-article.ts";
import { findFollowed } from "./push/find-followed.ts";

/**
 * Everything a reviewer decides by: the text in work, what it changes of the live one, the checks as of now,
 * what the submitter declared and asked for, and the timeline.
 */
export async function getReview(ctx: BranchContext, input: ArticleRefInput) {
  assertCan(ctx.actor.roles, "article:read");
  return withTenant(ctx.tenantId, async (tx) => {
    const article = await getArticle(tx, ctx, input.articleId);
    const toId = article.workingRevisionId ?? article.liveRevisionId;
    if (toId === null) throw new AppError("CONFLICT", "article.nothingInWork");
    const fromId = article.workingRevisionId === null ? null : article.liveRevisionId;
    const column = await tx.siteColumn.findUniqueOrThrow({
      where: { tenantId_id: { tenantId: ctx.tenantId, id: article.columnId } },
      select: { name: true, module: true },
    });
    const submission = await findSubmission(tx, ctx, articleSubject(article.id));
    const { tenantId: _tenantId, ...summary } = article;
    return {
      article: summary,
      columnName: column.name,
      revision: await readRevision(tx, ctx, toId),
      /** `null` when nothing is live to compare with: then the text itself is the review. */
      difference: fromId === null ? null : await differenceOf(tx, ctx, { articleId: article.id, fromId, toId }),
      findings: await checkRevision(tx, ctx, toId),
      submission: submission?.revisionId === toId ? publicSubmission(submission) : null,
      timeline: await listEvents(tx, ctx.tenantId, articleSubject(article.id)),
      nomination: await nominationOf(tx, ctx, article),
      follows: await findFollowed(tx, article),
      can: articleAbilities(ctx, article),
    };
  });
}

type SubmissionRow = NonNullable<Awaited<ReturnType<typeof findSubmission>>>;

function publicSubmission({ selfCheck, waiversAsked, waiversGiven, submittedByName, submittedAt }: SubmissionRow) {
  return { selfCheck, waiversAsked, waiversGiven, submittedByName, submittedAt };
}
