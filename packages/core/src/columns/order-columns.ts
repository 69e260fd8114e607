import { withTenant } from "@zhibu/db/scope";
import type { OrderColumnsInput } from "@zhibu/domain/columns/column-inputs";
import { getColumnIn, withOrder } from "@zhibu/domain/columns/column-tree";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import { audit } from "../audit/audit.ts";
import { bumpSiteVersion } from "../kernel/bump-site-version.ts";
import type { BranchContext } from "../kernel/context.ts";
import { columnSubject } from "./column-audit.ts";
import { getColumnAt, lockColumns, writePlaces } from "./column-rows.ts";

/**
 * Puts siblings, baseline columns among them, into another order.
 * @throws AppError CONFLICT when any of them was changed, added or removed since the person saw them.
 */
export async function orderColumns(ctx: BranchContext, input: OrderColumnsInput): Promise<{ ids: string[] }> {
  assertCan(ctx.actor.roles, "column:manage");
  return withTenant(ctx.tenantId, async (tx) => {
    const rows = await lockColumns(tx, ctx);
    const ordered = input.columns.map((ref) => getColumnAt(rows, ref));
    const ids = ordered.map((row) => row.id);
    await writePlaces(tx, rows, withOrder(rows, ids));
    const subject = ordered[0]?.parentId ?? ids[0] ?? "";
    await audit(tx, ctx, "column.order", columnSubject(getColumnIn(rows, subject).id), {
      order: ordered.map((row) => row.name),
    });
    await bumpSiteVersion(tx, { removal: false });
    return { ids };
  });
}
