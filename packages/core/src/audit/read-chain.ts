import type { Tx } from "@zhibu/db/scope";
import type { ChainRow } from "./verify-chain.ts";

const batchSize = 2_000;

type StoredRow = ChainRow & { id: string };

/**
 * One chain in order of its numbers, in batches: a million rows take no more memory than two thousand.
 * Numbers are not trusted to differ, so the position is number and id.
 */
export async function* readChain(tx: Tx, chainId: string): AsyncGenerator<ChainRow[]> {
  let after = { seq: -2_147_483_648, id: "00000000-0000-0000-0000-000000000000" };
  for (;;) {
    const rows = await tx.$queryRaw<StoredRow[]>`
      SELECT id::text, tenant_id::text AS "tenantId", seq, action, subject_type AS "subjectType",
        subject_id::text AS "subjectId", actor_id::text AS "actorId", actor_name AS "actorName", changes, at,
        prev_hash AS "prevHash", hash
      FROM audit_entry
      WHERE tenant_id = ${chainId}::uuid AND seq >= ${after.seq} AND (seq, id) > (${after.seq}, ${after.id}::uuid)
      ORDER BY seq, id LIMIT ${batchSize}`;
    const last = rows.at(-1);
    if (!last) return;
    after = { seq: last.seq, id: last.id };
    // The id is where the row lies, not what it says.
    yield rows.map(({ id: _id, ...row }) => row);
    if (rows.length < batchSize) return;
  }
}
