import { newId } from "@zhibu/db/new-id";
import type { Tx } from "@zhibu/db/scope";
import type { Waiver } from "@zhibu/domain/articles/article-input";
import type { Finding } from "@zhibu/domain/checks/finding";
import type { SelfCheck } from "@zhibu/domain/checks/self-check";
import type { BranchContext } from "../kernel/context.ts";
import type { Subject } from "./record-event.ts";

export type NewSubmission = {
  revisionId: string;
  selfCheck: SelfCheck;
  findings: readonly Finding[];
  waiversAsked: readonly Waiver[];
};

/** Keeps what was handed to review: the declarations, the findings of that moment and the waivers asked for. */
export async function recordSubmission(
  tx: Tx,
  ctx: BranchContext,
  subject: Subject,
  submission: NewSubmission,
): Promise<void> {
  await tx.submission.create({
    data: {
      tenantId: ctx.tenantId,
      id: newId(),
      subjectType: subject.type,
      subjectId: subject.id,
      revisionId: submission.revisionId,
      selfCheck: submission.selfCheck,
      findings: [...submission.findings],
      waiversAsked: [...submission.waiversAsked],
      submittedById: ctx.actor.userId,
      submittedByName: ctx.actor.displayName,
      submittedAt: ctx.now(),
    },
  });
}

/** The newest submission of a subject, or `null`. */
export async function findSubmission(tx: Tx, ctx: BranchContext, subject: Subject) {
  return tx.submission.findFirst({
    where: { tenantId: ctx.tenantId, subjectType: subject.type, subjectId: subject.id },
    orderBy: [{ submittedAt: "desc" }, { id: "desc" }],
  });
}

/** Keeps the waivers an approver gave. */
export async function recordWaivers(
  tx: Tx,
  ctx: BranchContext,
  submissionId: string,
  waiversGiven: readonly Waiver[],
): Promise<void> {
  await tx.submission.updateMany({
    where: { tenantId: ctx.tenantId, id: submissionId },
    data: { waiversGiven: [...waiversGiven] },
  });
}
