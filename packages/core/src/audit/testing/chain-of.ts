import { auditHash, genesis, type AuditRecord } from "../audit-hash.ts";
import type { ChainRow } from "../verify-chain.ts";

export type Deed = Pick<AuditRecord, "action" | "actorName" | "changes">;

export const chainId = "019a0000-0000-7000-8000-00000000c0de";

/** The row's hash made anew, as somebody would who knows how. */
export function sealed(row: Omit<ChainRow, "hash">): ChainRow {
  const { hash: _old, ...record } = row as ChainRow; // A row may come with the hash it had.
  return { ...record, hash: auditHash(record) };
}

/** An unbroken chain in memory, one row for each deed. */
export function chainOf(deeds: readonly Deed[], tenantId = chainId): ChainRow[] {
  let prevHash = genesis;
  return deeds.map((deed, index) => {
    const row = sealed({
      tenantId,
      seq: index + 1,
      subjectType: "article",
      subjectId: "019a0000-0000-7000-8000-000000000001",
      actorId: null,
      at: new Date(Date.UTC(2026, 10, 23, 9, 0, index)),
      prevHash,
      ...deed,
    });
    prevHash = row.hash;
    return row;
  });
}

export function plainChain(length: number): ChainRow[] {
  return chainOf(
    Array.from({ length }, (_, index) => ({ action: "article.edit", actorName: "甲", changes: { index } })),
  );
}
