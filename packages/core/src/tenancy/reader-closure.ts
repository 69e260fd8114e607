import type { Tx } from "@zhibu/db/scope";
import type { TenantId } from "@zhibu/domain/kernel/ids";

/** What a closed site tells its readers. */
export type ReaderClosure = {
  /** The office's words; empty where it gave none. */
  reason: string;
  since: Date;
  /** Where the branch went. */
  mergedInto: { slug: string; customDomain: string | null; name: string } | null;
};

/** Why a branch's site is closed; `null` for an unknown id. The caller's scope is the reader's. */
export async function findClosure(tx: Tx, tenantId: TenantId): Promise<ReaderClosure | null> {
  const branch = await tx.branch.findUnique({
    where: { id: tenantId },
    select: {
      stateReason: true,
      stateSince: true,
      mergedInto: { select: { slug: true, customDomain: true, name: true } },
    },
  });
  return branch && { reason: branch.stateReason, since: branch.stateSince, mergedInto: branch.mergedInto };
}
