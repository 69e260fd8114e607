import type { Tx } from "@zhibu/db/scope";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import type { Subject } from "./record-event.ts";

/** The newest steps a timeline shows; older ones are in the audit trail. */
const eventsMax = 200;

/** A subject's timeline, newest first. */
export async function listEvents(tx: Tx, tenantId: TenantId, subject: Subject) {
  return tx.workflowEvent.findMany({
    where: { tenantId, subjectType: subject.type, subjectId: subject.id },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: eventsMax,
    select: {
      id: true,
      action: true,
      fromState: true,
      toState: true,
      actorName: true,
      opinion: true,
      at: true,
      revisionId: true,
    },
  });
}
