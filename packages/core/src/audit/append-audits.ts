import { newId } from "@zhibu/db/new-id";
import type { Tx } from "@zhibu/db/scope";
import { auditHash, genesis, storedChanges, type AuditRecord } from "./audit-hash.ts";

type Entry = Omit<AuditRecord, "seq" | "prevHash">;
type ChainEnd = { tenantId: string; seq: number; hash: string };

/** PostgreSQL takes 32,767 values in one statement. */
const rowsAtOnce = 2_000;

/**
 * Appends entries to many chains in a few statements: `appendAudit` for changes that reach many branches, or many people, at once.
 * The chains are locked in one order, so that two of these never wait for each other in a ring; who also writes to the
 * college's chain does so afterwards. Entries of one chain keep their order.
 */
export async function appendAudits(tx: Tx, entries: readonly Entry[]): Promise<void> {
  const chains = Map.groupBy(entries, ({ tenantId }) => tenantId);
  const ids = [...chains.keys()].toSorted();
  if (ids.length === 0) return;
  await tx.$queryRaw`
    SELECT count(pg_advisory_xact_lock(hashtextextended('audit:' || c.id, 0))::text)::text
    FROM (SELECT unnest(${ids}::text[]) AS id) c`;
  const last = await tx.$queryRaw<ChainEnd[]>`
    SELECT e.tenant_id AS "tenantId", e.seq, e.hash
    FROM unnest(${ids}::uuid[]) AS c (id)
    CROSS JOIN LATERAL (SELECT tenant_id, seq, hash FROM audit_entry WHERE tenant_id = c.id ORDER BY seq DESC LIMIT 1) e`;
  const ends = new Map(last.map((end) => [end.tenantId, end]));
  const rows = ids.flatMap((id) => chained(chains.get(id) ?? [], ends.get(id)));
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    await tx.auditEntry.createMany({ data: rows.slice(at, at + rowsAtOnce) });
  }
}

function chained(entries: readonly Entry[], end: ChainEnd | undefined) {
  let { seq, hash } = end ?? { seq: 0, hash: genesis };
  return entries.map((entry) => {
    const record = { ...entry, changes: storedChanges(entry.changes), seq: seq + 1, prevHash: hash };
    ({ seq } = record);
    hash = auditHash(record);
    return { ...record, id: newId(), hash };
  });
}
