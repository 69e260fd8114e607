import { withOffice } from "@zhibu/db/scope";
import type { RetryPushInput } from "@zhibu/domain/articles/push/push-inputs";
import { nextCopyState } from "@zhibu/domain/articles/push/push-states";
import { AppError, notFound } from "@zhibu/domain/kernel/app-error";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import { auditOffice } from "../../audit/audit-college.ts";
import type { OfficeContext } from "../../kernel/context.ts";
import { enqueue } from "../../kernel/queue.ts";
import { deliverPushJob } from "./push-job-names.ts";

/** Delivers once more where it failed: in one branch, or in every one. */
export async function retryPush(ctx: OfficeContext, { pushId, branchId }: RetryPushInput): Promise<{ again: number }> {
  assertCanInCollege(ctx.actor.roles, "push:send");
  return withOffice(async (tx) => {
    const [push] = await tx.$queryRaw<{ state: string }[]>`SELECT state FROM push WHERE id = ${pushId}::uuid FOR SHARE`;
    if (!push) throw notFound();
    if (push.state !== "active") throw new AppError("CONFLICT", "push.recalledMeanwhile");
    const now = ctx.now();
    const { count } = await tx.pushCopy.updateMany({
      where: { pushId, state: "failed", ...(branchId === undefined ? {} : { tenantId: branchId }) },
      data: { state: nextCopyState("failed", "retry"), reason: "", changedAt: now, version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("CONFLICT", "push.nothingFailed");
    await enqueue(tx, deliverPushJob, { pushId });
    await auditOffice(tx, ctx, "push.retry", { type: "push", id: pushId }, { count, branchId: branchId ?? null });
    return { again: count };
  });
}
