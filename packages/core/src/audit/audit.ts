import { newId } from "@zhibu/db/new-id";
import type { Tx } from "@zhibu/db/scope";
import type { BranchContext } from "../kernel/context.ts";
import { auditHash, genesis, storedChanges, type AuditChanges, type AuditRecord } from "./audit-hash.ts";

/**
 * Appends to a branch's trail in the transaction of the change itself.
 * The advisory lock makes the chain one line per branch; call it last, so that it is held briefly.
 */
export async function appendAudit(tx: Tx, entry: Omit<AuditRecord, "seq" | "prevHash">): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`audit:${entry.tenantId}`}, 0))::text`;
  const last = await tx.auditEntry.findFirst({
    where: { tenantId: entry.tenantId },
    orderBy: { seq: "desc" },
    select: { seq: true, hash: true },
  });
  const changes = storedChanges(entry.changes);
  const record = { ...entry, changes, seq: (last?.seq ?? 0) + 1, prevHash: last?.hash ?? genesis };
  await tx.auditEntry.create({ data: { ...record, id: newId(), hash: auditHash(record) } });
}

/** Records what a person did in a branch; `action` is `noun.verb`. */
export function audit(
  tx: Tx,
  ctx: BranchContext,
  action: string,
  subject: { type: string; id: string },
  changes: AuditChanges = {},
): Promise<void> {
  return appendAudit(tx, {
    tenantId: ctx.tenantId,
    action,
    subjectType: subject.type,
    subjectId: subject.id,
    actorId: ctx.actor.userId,
    actorName: ctx.actor.displayName,
    changes,
    at: ctx.now(),
  });
}
