import type { Tx } from "@zhibu/db/scope";
import { appendAudits } from "./append-audits.ts";

type Purge = {
  action: "publicity.purgeFiles" | "objection.purgeFiles";
  /** How many files went, by branch. */
  counts: ReadonlyMap<string, number>;
  at: Date;
};

/** One line in each branch's trail for what the clock removed there; the system itself is the actor. */
export function recordPurge(tx: Tx, { action, counts, at }: Purge): Promise<void> {
  return appendAudits(
    tx,
    [...counts].map(([tenantId, count]) => ({
      tenantId,
      action,
      subjectType: "branch",
      subjectId: tenantId,
      actorId: null,
      actorName: "system",
      changes: { count },
      at,
    })),
  );
}
