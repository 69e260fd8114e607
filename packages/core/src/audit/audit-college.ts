import type { Tx } from "@zhibu/db/scope";
import type { OfficeContext } from "../kernel/context.ts";
import type { AuditChanges } from "./audit-hash.ts";
import { appendAudit } from "./audit.ts";

/** `null` as the person: what the system does by itself, or whoever runs the server. */
type Deed = { actor: { userId: string | null; displayName: string }; at: Date; action: string; changes?: AuditChanges };

/** Records in the college's trail what concerns no single branch: accounts, and what the office does. */
export async function auditCollege(tx: Tx, subject: { type: string; id: string }, deed: Deed): Promise<void> {
  const college = await tx.college.findFirstOrThrow({ select: { id: true } });
  await appendAudit(tx, {
    tenantId: college.id,
    action: deed.action,
    subjectType: subject.type,
    subjectId: subject.id,
    actorId: deed.actor.userId,
    actorName: deed.actor.displayName,
    changes: deed.changes ?? {},
    at: deed.at,
  });
}

/** The same for a use case of the office. */
export function auditOffice(
  tx: Tx,
  ctx: OfficeContext,
  action: string,
  subject: { type: string; id: string },
  changes: AuditChanges = {},
): Promise<void> {
  return auditCollege(tx, subject, { actor: ctx.actor, at: ctx.now(), action, changes });
}

/** What the office did that concerns one branch: recorded in that branch's trail. */
// oxlint-disable-next-line max-params -- The branch stands between what `auditOffice` takes, in the same order.
export function auditOfficeIn(
  tx: Tx,
  ctx: OfficeContext,
  tenantId: string,
  action: string,
  subject: { type: string; id: string },
  changes: AuditChanges = {},
): Promise<void> {
  return appendAudit(tx, {
    tenantId,
    action,
    subjectType: subject.type,
    subjectId: subject.id,
    actorId: ctx.actor.userId,
    actorName: ctx.actor.displayName,
    changes,
    at: ctx.now(),
  });
}
