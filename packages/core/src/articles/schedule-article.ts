import { withTenant } from "@zhibu/db/scope";
import type { ScheduleArticleInput } from "@zhibu/domain/articles/article-input";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import type { BranchContext } from "../kernel/context.ts";
import { enqueueAt } from "../kernel/queue.ts";
import { publishScheduledJob } from "./article-jobs.ts";
import { getArticleAt } from "./get-article.ts";
import { moveArticle, type MovedArticle } from "./move-article.ts";

/** The furthest a publication may be planned ahead. */
const daysAheadMax = 366;

/** Plans the publication of an approved text for an instant; the job stands in the same transaction. */
export async function scheduleArticle(ctx: BranchContext, input: ScheduleArticleInput): Promise<MovedArticle> {
  assertCan(ctx.actor.roles, "article:publish");
  const publishAt = new Date(input.publishAt);
  const aheadMs = publishAt.getTime() - ctx.now().getTime();
  if (aheadMs <= 0) throw new AppError("INVALID", "article.scheduleInPast");
  if (aheadMs > daysAheadMax * 86_400_000)
    throw new AppError("INVALID", "article.scheduleTooFar", { days: daysAheadMax });
  return withTenant(ctx.tenantId, async (tx) => {
    const article = await getArticleAt(tx, ctx, input);
    const moved = await moveArticle(tx, ctx, article, {
      action: "schedule",
      data: { scheduledAt: publishAt, failureReason: null },
    });
    await enqueueAt(tx, publishScheduledJob, { tenantId: ctx.tenantId, articleId: article.id }, publishAt);
    return moved;
  });
}
