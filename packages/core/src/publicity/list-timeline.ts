import { z } from "zod";
import type { Tx } from "@zhibu/db/scope";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import { listEvents } from "../workflow/list-events.ts";
import { publicitySubject } from "./get-publicity-list.ts";

/** What a new working calendar did to a list's last day; the same day twice where only `provisional` changed. */
export type RecomputedEnd = { before: string; after: string; provisional: boolean };

export type TimelineItem = {
  id: string;
  action: string;
  actorName: string;
  opinion: string;
  at: Date;
  /** `null` for everything but `recompute`. */
  end: RecomputedEnd | null;
};

const recorded = z.object({ before: z.iso.date(), lastDay: z.iso.date(), provisional: z.boolean() });

/** Everything that happened to a list, newest first: its own moves, and ends the office's calendar computed anew. */
export async function listTimeline(tx: Tx, tenantId: TenantId, publicityId: string): Promise<TimelineItem[]> {
  const events = await listEvents(tx, tenantId, publicitySubject(publicityId));
  const steps = events.map(({ id, action, actorName, opinion, at }) => ({
    ...{ id, action, actorName, opinion, at },
    end: null,
  }));
  return [...(await recomputedEnds(tx, tenantId, publicityId)), ...steps].toSorted(
    (one, other) => other.at.getTime() - one.at.getTime(),
  );
}

/** From the trail, which has both days and who moved the end; the list's own moves are the branch's. */
async function recomputedEnds(tx: Tx, tenantId: TenantId, publicityId: string): Promise<TimelineItem[]> {
  const records = await tx.auditEntry.findMany({
    where: { tenantId, subjectType: "publicity", subjectId: publicityId, action: "publicity.recompute" },
    orderBy: { seq: "desc" },
    select: { id: true, actorName: true, changes: true, at: true },
  });
  return records.map(({ id, actorName, changes, at }) => {
    const { before, lastDay, provisional } = recorded.parse(changes);
    return { id, action: "recompute", actorName, opinion: "", at, end: { before, after: lastDay, provisional } };
  });
}
