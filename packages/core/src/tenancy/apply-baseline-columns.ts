import { newId } from "@zhibu/db/new-id";
import type { Tx } from "@zhibu/db/scope";
import { flattenBaselineColumns } from "@zhibu/domain/columns/baseline-columns";
import type { TenantId } from "@zhibu/domain/kernel/ids";

/** Adds the baseline columns a branch lacks (DOMAIN §1); what it has renamed, ordered or hidden stays as it is. */
export async function applyBaselineColumns(tx: Tx, tenantId: TenantId): Promise<void> {
  const existing = await tx.siteColumn.findMany({
    where: { tenantId, baselineKey: { not: null } },
    select: { id: true, baselineKey: true },
  });
  const ids = new Map(existing.map((column) => [column.baselineKey, column.id]));
  const missing = flattenBaselineColumns().filter((column) => !ids.has(column.key));
  for (const column of missing) ids.set(column.key, newId());
  await tx.siteColumn.createMany({
    data: missing.map(({ key, parentKey, ...column }) => ({
      ...column,
      tenantId,
      id: ids.get(key) ?? newId(),
      baselineKey: key,
      parentId: parentKey === null ? null : (ids.get(parentKey) ?? null),
    })),
  });
}
