import { newId } from "@zhibu/db/new-id";
import { withTenant } from "@zhibu/db/scope";
import type { AddColumnInput } from "@zhibu/domain/columns/column-inputs";
import { getColumnIn, withColumn } from "@zhibu/domain/columns/column-tree";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import { audit } from "../audit/audit.ts";
import { bumpSiteVersion } from "../kernel/bump-site-version.ts";
import type { BranchContext } from "../kernel/context.ts";
import { columnSubject } from "./column-audit.ts";
import { lockColumns } from "./column-rows.ts";

/**
 * Adds a column of the branch's own, last among its siblings.
 * @throws AppError CONFLICT when the tree is full, would get a third level, or has the name or address already.
 */
export async function addColumn(ctx: BranchContext, input: AddColumnInput): Promise<{ id: string }> {
  assertCan(ctx.actor.roles, "column:manage");
  const { tenantId } = ctx;
  const id = newId();
  return withTenant(tenantId, async (tx) => {
    const rows = await lockColumns(tx, ctx);
    const { name, slug, parentId, cadenceDays } = input;
    const { module, position } = getColumnIn(withColumn(rows, { id, name, slug, parentId }), id);
    await tx.siteColumn.create({ data: { tenantId, id, name, slug, parentId, module, position, cadenceDays } });
    await audit(tx, ctx, "column.add", columnSubject(id), { name, slug, module, parentId });
    await bumpSiteVersion(tx, { removal: false });
    return { id };
  });
}
