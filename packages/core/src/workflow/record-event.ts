import { newId } from "@zhibu/db/new-id";
import type { Tx } from "@zhibu/db/scope";
import type { BranchContext } from "../kernel/context.ts";

/** What the workflow engine moves; it never imports what it serves. */
export type Subject = { type: "article" | "publicity"; id: string };

export type WorkflowStep = {
  action: string;
  from: string | null;
  to: string | null;
  revisionId?: string | null;
  opinion?: string;
};

/** Adds one step to a subject's timeline: who, when, from where to where, with what opinion. */
export async function recordEvent(tx: Tx, ctx: BranchContext, subject: Subject, step: WorkflowStep): Promise<void> {
  await tx.workflowEvent.create({
    data: {
      tenantId: ctx.tenantId,
      id: newId(),
      subjectType: subject.type,
      subjectId: subject.id,
      revisionId: step.revisionId ?? null,
      action: step.action,
      fromState: step.from,
      toState: step.to,
      actorId: ctx.actor.userId,
      actorName: ctx.actor.displayName,
      opinion: step.opinion ?? "",
      at: ctx.now(),
    },
  });
}
