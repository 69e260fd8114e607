import { withReader } from "@zhibu/db/scope";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import type { ObjectionState } from "@zhibu/domain/publicity/objection-states";
import { receiptHash } from "./receipt.ts";

export type ObjectionProgress = { state: ObjectionState; receivedAt: Date; decidedAt: Date | null };

/** How far the objection with this receipt is; `null` for a receipt nobody has, and for another branch's. */
export async function findObjectionProgress(tenantId: TenantId, receipt: string): Promise<ObjectionProgress | null> {
  return withReader(tenantId, async (tx) => {
    const [found] = await tx.$queryRaw<ObjectionProgress[]>`
      SELECT state, received_at AS "receivedAt", decided_at AS "decidedAt"
      FROM objection_progress(${receiptHash(receipt)})`;
    return found ?? null;
  });
}
