import type { Tx } from "@zhibu/db/scope";
import type { ChainEnd } from "./anchor.ts";

/**
 * The last row of every chain, sorted by chain. One step of the index a chain, however long the chains are:
 * `DISTINCT` would read them all.
 */
export function listChainEnds(tx: Tx): Promise<ChainEnd[]> {
  return tx.$queryRaw<ChainEnd[]>`
    WITH RECURSIVE chain (id) AS (
      SELECT min(tenant_id::text)::uuid FROM (SELECT tenant_id FROM audit_entry ORDER BY tenant_id LIMIT 1) first
      UNION ALL
      SELECT (SELECT e.tenant_id FROM audit_entry e WHERE e.tenant_id > chain.id ORDER BY e.tenant_id LIMIT 1)
      FROM chain WHERE chain.id IS NOT NULL
    )
    SELECT chain.id::text AS "chainId", e.seq, e.hash
    FROM chain CROSS JOIN LATERAL (
      SELECT seq, hash FROM audit_entry WHERE tenant_id = chain.id ORDER BY seq DESC LIMIT 1
    ) e
    WHERE chain.id IS NOT NULL ORDER BY 1`;
}
