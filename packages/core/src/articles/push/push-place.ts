import type { Tx } from "@zhibu/db/scope";
import type { TenantId } from "@zhibu/domain/kernel/ids";

/** Where a copy goes in a branch, or why it can't be shown there: a key under `errors.`. */
export type Place = { columnId: string } | { problem: string };

/** The branch's column for a baseline key; readers must be able to reach it. */
export async function findPlace(tx: Tx, tenantId: TenantId, columnKey: string): Promise<Place> {
  const [found] = await tx.$queryRaw<{ state: string; columnId: string | null; hidden: boolean }[]>`
    SELECT b.state, c.id AS "columnId", coalesce(c.hidden OR p.hidden, c.hidden, false) AS hidden
    FROM branch b
    LEFT JOIN site_column c ON c.tenant_id = b.id AND c.baseline_key = ${columnKey}
    LEFT JOIN site_column p ON p.tenant_id = c.tenant_id AND p.id = c.parent_id
    WHERE b.id = ${tenantId}::uuid`;
  if (found?.state !== "open") return { problem: "push.branchClosed" };
  if (found.columnId === null) return { problem: "push.columnMissing" };
  return found.hidden ? { problem: "push.columnHidden" } : { columnId: found.columnId };
}
