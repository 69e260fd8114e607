import { withTenant, type Tx } from "@zhibu/db/scope";
import type { ArticleActionInput } from "@zhibu/domain/articles/article-input";
import { nextVisibility } from "@zhibu/domain/articles/article-states";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import { audit } from "../audit/audit.ts";
import { bumpSiteVersion } from "../kernel/bump-site-version.ts";
import type { BranchContext } from "../kernel/context.ts";
import { updateGuarded } from "../kernel/update-guarded.ts";
import { recordEvent } from "../workflow/record-event.ts";
import { settleCorrections } from "./corrections/settle-corrections.ts";
import { getArticleAt, getWorkingRevision, type ArticleRow } from "./get-article.ts";
import { articleSubject, nextStateOf, type ArticleData } from "./move-article.ts";
import { tellFollowers } from "./push/origin-changes.ts";
import { tellOfPublication } from "./tell-of-publication.ts";

export type PublishedArticle = { articleId: string; version: number; workState: null; publishedAt: Date };

/** Puts an approved text out now. */
export async function publishArticle(ctx: BranchContext, input: ArticleActionInput): Promise<PublishedArticle> {
  assertCan(ctx.actor.roles, "article:publish");
  return withTenant(ctx.tenantId, async (tx) => publishWorkingRevision(tx, ctx, await getArticleAt(tx, ctx, input)));
}

/**
 * The working revision becomes the live one, in the caller's transaction: readers get the old text wholly or the new text wholly.
 * The date readers see is that of the first publication; it can't be set by hand.
 */
export async function publishWorkingRevision(
  tx: Tx,
  ctx: BranchContext,
  article: ArticleRow,
  how: "publish" | "publishScheduled" = "publish",
): Promise<PublishedArticle> {
  nextStateOf(article, "publish");
  const visibility = nextVisibility(article.visibility, "publish");
  const revision = await getWorkingRevision(tx, article);
  if (revision.sealedAt === null) throw new AppError("CONFLICT", "article.notApproved");
  // Before the writer's mark leaves the row.
  await tellOfPublication(tx, ctx, article, revision.title);
  const now = ctx.now();
  const publishedAt = article.publishedAt ?? now;
  await updateGuarded<ArticleData>(tx.article, article, {
    visibility,
    liveRevisionId: revision.id,
    workingRevisionId: null,
    workState: null,
    workStateSince: now,
    columnId: revision.columnId,
    title: revision.title,
    eventAt: revision.eventAt,
    publishedAt,
    revisedAt: now,
    scheduledAt: null,
    failureReason: null,
    withdrawnAt: null,
    submittedById: null,
    submittedAt: null,
  });
  await recordEvent(tx, ctx, articleSubject(article.id), {
    action: how,
    from: article.workState,
    to: visibility,
    revisionId: revision.id,
  });
  await audit(tx, ctx, `article.${how}`, articleSubject(article.id), {
    no: article.no,
    revisionId: revision.id,
    contentHash: revision.contentHash,
    publishedAt: publishedAt.toISOString(),
  });
  await tellFollowers(tx, ctx, article);
  await settleCorrections(tx, ctx, article.id);
  // A replaced text may be one that must not be seen any more.
  await bumpSiteVersion(tx, { removal: article.visibility === "live" });
  return { articleId: article.id, version: article.version + 1, workState: null, publishedAt };
}
