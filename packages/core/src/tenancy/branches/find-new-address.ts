import { withReader } from "@zhibu/db/scope";
import type { TenantId } from "@zhibu/domain/kernel/ids";

/** Branches merged into branches that were merged, and so on: far more steps than a college will take. */
const stepsMax = 10;

type Move = { to: TenantId; no: number };

/**
 * Where an article of a merged branch stands now: the branch and its number there, followed through every further merge.
 * `null` for a number readers never saw, and for one that is still on its way.
 */
export async function findNewAddress(tenantId: TenantId, no: number): Promise<Move | null> {
  let at = await moveOf(tenantId, no);
  for (let step = 1; at !== null && step < stepsMax; step += 1) {
    const further = await moveOf(at.to, at.no);
    if (further === null) break;
    at = further;
  }
  return at;
}

async function moveOf(tenantId: TenantId, no: number): Promise<Move | null> {
  const [move] = await withReader(
    tenantId,
    (tx) => tx.$queryRaw<Move[]>`
      SELECT m.to_tenant_id AS to, m.to_no AS no FROM moved_article m
      JOIN article a ON a.tenant_id = m.tenant_id AND a.no = m.no AND a.published_at IS NOT NULL
      WHERE m.tenant_id = ${tenantId}::uuid AND m.no = ${no}`,
  );
  return move ?? null;
}
