import type { Tx } from "@zhibu/db/scope";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import type { AuditChanges } from "../../audit/audit-hash.ts";
import { appendAudit } from "../../audit/audit.ts";
import { branchSubject, tenantOf } from "./branch-row.ts";

export type MergeUnderWay = {
  from: TenantId;
  to: TenantId;
  fromSlug: string;
  fromName: string;
  /** Who ordered it; each step of the job is theirs. */
  by: { actorId: string | null; actorName: string };
};

/**
 * The merge of a branch that is not complete, with its row locked: steps of two workers follow each other, and an article
 * that is just being founded in the branch is waited for. `null` when there is nothing left to do.
 */
export async function lockMerge(tx: Tx, from: TenantId): Promise<MergeUnderWay | null> {
  await tx.$queryRaw`SELECT 1 FROM branch WHERE id = ${from}::uuid FOR UPDATE`;
  const branch = await tx.branch.findUnique({
    where: { id: from },
    select: { slug: true, name: true, mergedAt: true, mergedInto: { select: { id: true } } },
  });
  if (!branch?.mergedInto || branch.mergedAt) return null;
  const order = await tx.auditEntry.findFirst({
    where: { tenantId: from, subjectId: from, action: "branch.merge" },
    orderBy: { seq: "desc" },
    select: { actorId: true, actorName: true },
  });
  const { slug, name, mergedInto } = branch;
  const by = order ?? { actorId: null, actorName: "" };
  return { from, to: tenantOf(mergedInto), fromSlug: slug, fromName: name, by };
}

/** Records a step in the trail of the branch it changed. */
export function auditMerge(
  tx: Tx,
  { by }: MergeUnderWay,
  step: { tenantId: TenantId; action: string; changes: AuditChanges; at: Date },
): Promise<void> {
  const { tenantId, action, changes, at } = step;
  const subject = branchSubject(tenantId);
  return appendAudit(tx, { tenantId, action, subjectType: subject.type, subjectId: subject.id, ...by, changes, at });
}
