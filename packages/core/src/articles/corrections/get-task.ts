import type { Tx } from "@zhibu/db/scope";
import { AppError, notFound } from "@zhibu/domain/kernel/app-error";
import type { BranchContext } from "../../kernel/context.ts";

export const taskSubject = (id: string) => ({ type: "correctionTask", id });

/** An open task as the person last saw it. @throws AppError NOT_FOUND, or CONFLICT when it was settled or changed meanwhile. */
export async function getOpenTask(tx: Tx, ctx: BranchContext, input: { taskId: string; version: number }) {
  const task = await tx.correctionTask.findUnique({
    where: { tenantId_id: { tenantId: ctx.tenantId, id: input.taskId } },
    include: { article: true },
  });
  if (!task) throw notFound();
  if (task.state !== "open" || task.version !== input.version) throw new AppError("CONFLICT", "changedMeanwhile");
  return task;
}
