import { newId } from "@zhibu/db/new-id";
import type { Tx } from "@zhibu/db/scope";
import { enqueue } from "../kernel/queue.ts";
import { scanJob } from "./baseline-jobs.ts";

export type ScanCause = {
  type: "fact" | "term";
  /** The fact or the term. */
  subjectId: string;
  /** The value that holds now, or the term. */
  causeId: string;
  name: string;
};

type StartedBy = { userId: string; displayName: string };

/**
 * Begins to look for texts that still say what is no longer right; a search for the same thing that nobody has used yet
 * gives way to this one.
 */
export async function startScan(tx: Tx, cause: ScanCause, by: StartedBy, now: Date): Promise<string> {
  await tx.correctionScan.updateMany({
    where: { subjectId: cause.subjectId, state: { in: ["running", "ready"] } },
    data: { state: "dropped", endedAt: now, version: { increment: 1 } },
  });
  const id = newId();
  await tx.correctionScan.create({
    data: {
      id,
      causeType: cause.type,
      subjectId: cause.subjectId,
      causeId: cause.causeId,
      causeName: cause.name,
      startedById: by.userId,
      startedByName: by.displayName,
      createdAt: now,
    },
  });
  await enqueue(tx, scanJob, { scanId: id });
  return id;
}
