import { withTenant } from "@zhibu/db/scope";
import type { DismissCorrectionInput } from "@zhibu/domain/baseline/baseline-inputs";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import { audit } from "../../audit/audit.ts";
import type { BranchContext } from "../../kernel/context.ts";
import { updateGuarded } from "../../kernel/update-guarded.ts";
import { notify } from "../../notifications/notify.ts";
import { whoCanInCollege } from "../../notifications/who-can.ts";
import { getOpenTask, taskSubject } from "./get-task.ts";

/** The text stays as it is, for a reason (不需更正); the office is told. */
export async function dismissCorrection(ctx: BranchContext, input: DismissCorrectionInput) {
  assertCan(ctx.actor.roles, "correction:handle");
  const { tenantId, actor } = ctx;
  return withTenant(tenantId, async (tx) => {
    const task = await getOpenTask(tx, ctx, input);
    const now = ctx.now();
    await updateGuarded(tx.correctionTask, task, {
      state: "dismissed" as const,
      closedAt: now,
      closedById: actor.userId,
      closedByName: actor.displayName,
      reason: input.reason,
    });
    await notify(tx, {
      branchId: tenantId,
      userIds: await whoCanInCollege(tx, "baseline:manage", shanghaiDay(now)),
      by: actor.userId,
      kind: "correction.declined",
      params: { title: task.article.title, actor: actor.displayName, reason: input.reason },
      path: task.causeType === "fact" ? "/office/facts" : "/office/terms",
      occasion: `correction.declined:${task.id}`,
      now,
    });
    await audit(tx, ctx, "correction.dismiss", taskSubject(task.id), {
      no: task.article.no,
      old: task.oldText,
      new: task.newText,
      reason: input.reason,
    });
    return { taskId: task.id, version: task.version + 1 };
  });
}
