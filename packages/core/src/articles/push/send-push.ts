import { newId } from "@zhibu/db/new-id";
import { withOffice, type Tx } from "@zhibu/db/scope";
import type { SendPushInput } from "@zhibu/domain/articles/push/push-inputs";
import { AppError, notFound } from "@zhibu/domain/kernel/app-error";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import { auditOffice } from "../../audit/audit-college.ts";
import type { OfficeContext } from "../../kernel/context.ts";
import { enqueue } from "../../kernel/queue.ts";
import { deliverPushJob } from "./push-job-names.ts";
import { resolveTargets } from "./push-targets.ts";

/**
 * Sends a live article to branches (统一推送): the push and a copy for each branch stand in one transaction with the job
 * that delivers them. An offer (`optional`) is told the branch and waits for its answer.
 */
export async function sendPush(ctx: OfficeContext, input: SendPushInput): Promise<{ pushId: string; targets: number }> {
  assertCanInCollege(ctx.actor.roles, "push:send");
  return withOffice(async (tx) => {
    const origin = await getOrigin(tx, input);
    const targets = await resolveTargets(tx, input);
    const now = ctx.now();
    const pushId = newId();
    await tx.push.create({
      data: {
        id: pushId,
        originTenantId: input.originBranchId,
        originArticleId: input.articleId,
        originNo: origin.no,
        mode: input.mode,
        columnKey: input.columnKey,
        title: origin.title,
        note: input.note,
        createdById: ctx.actor.userId,
        createdByName: ctx.actor.displayName,
        createdAt: now,
      },
    });
    await tx.pushCopy.createMany({
      data: targets.map((tenantId) => ({ tenantId, id: newId(), pushId, changedAt: now })),
    });
    await enqueue(tx, deliverPushJob, { pushId });
    await auditOffice(
      tx,
      ctx,
      "push.send",
      { type: "push", id: pushId },
      {
        title: origin.title,
        originTenantId: input.originBranchId,
        originArticleId: input.articleId,
        mode: input.mode,
        columnKey: input.columnKey,
        targets: targets.length,
        note: input.note,
      },
    );
    return { pushId, targets: targets.length };
  });
}

/** The article must be out and its site's own: what a branch shows of others is sent on by whoever wrote it. */
async function getOrigin(tx: Tx, { originBranchId, articleId }: SendPushInput): Promise<{ no: number; title: string }> {
  const key = { tenantId: originBranchId, id: articleId };
  // Held, so that a withdrawal comes before this push or sees it.
  await tx.$queryRaw`SELECT 1 FROM article WHERE tenant_id = ${key.tenantId}::uuid AND id = ${key.id}::uuid FOR SHARE`;
  const article = await tx.article.findUnique({
    where: { tenantId_id: key },
    select: { no: true, visibility: true, linkedPushId: true, liveRevision: { select: { title: true } } },
  });
  if (!article) throw notFound("article.notFound");
  if (article.visibility !== "live" || !article.liveRevision) throw new AppError("CONFLICT", "push.notLive");
  if (article.linkedPushId !== null) throw new AppError("CONFLICT", "push.isCopy");
  return { no: article.no, title: article.liveRevision.title };
}
