import { withOffice } from "@zhibu/db/scope";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import { deliveryHands } from "./deliver-push.ts";
import { followCopy } from "./follow-copy.ts";
import { inParallel } from "./in-parallel.ts";

/**
 * Brings every shown copy of an origin up to its present text, each in its own transaction. Costs what there are copies
 * behind it, whatever else the college holds. Returns how many were behind.
 */
export async function followOrigin(originTenantId: string, originArticleId: string, now: () => Date): Promise<number> {
  const behind = await withOffice(
    (tx) => tx.$queryRaw<{ pushId: string; tenantId: TenantId }[]>`
      SELECT c.push_id AS "pushId", c.tenant_id AS "tenantId"
      FROM push p
      JOIN article o ON o.tenant_id = p.origin_tenant_id AND o.id = p.origin_article_id AND o.visibility = 'live'
      JOIN push_copy c ON c.push_id = p.id AND c.state = 'shown' AND c.origin_revision_id IS DISTINCT FROM o.live_revision_id
      WHERE p.origin_tenant_id = ${originTenantId}::uuid AND p.origin_article_id = ${originArticleId}::uuid AND p.state = 'active'
      ORDER BY c.tenant_id`,
  );
  await inParallel(behind, deliveryHands, ({ pushId, tenantId }) => followCopy(pushId, tenantId, now));
  return behind.length;
}
