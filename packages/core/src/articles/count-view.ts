import { withReader } from "@zhibu/db/scope";
import type { TenantId } from "@zhibu/domain/kernel/ids";

/** Counts one reader's view of a live article and returns the new total; `null` for what readers can't see. */
export async function countView(tenantId: TenantId, no: number): Promise<number | null> {
  return withReader(tenantId, async (tx) => {
    const rows = await tx.$queryRaw<{ views: number }[]>`
      INSERT INTO article_view (tenant_id, article_id, views)
      SELECT a.tenant_id, a.id, 1 FROM article a WHERE a.tenant_id = ${tenantId}::uuid AND a.no = ${no} AND a.visibility = 'live'
      ON CONFLICT (tenant_id, article_id) DO UPDATE SET views = article_view.views + 1
      RETURNING views`;
    return rows[0]?.views ?? null;
  });
}
