import { withTenant } from "@zhibu/db/scope";
import type { MoveColumnInput } from "@zhibu/domain/columns/column-inputs";
import { getColumnIn, isHiddenIn, withMoved } from "@zhibu/domain/columns/column-tree";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import { audit } from "../audit/audit.ts";
import { bumpSiteVersion } from "../kernel/bump-site-version.ts";
import type { BranchContext } from "../kernel/context.ts";
import { columnSubject } from "./column-audit.ts";
import { getColumnAt, lockColumns, writePlaces } from "./column-rows.ts";

/**
 * Puts a column of the branch's own below another one, or (`parentId: null`) among the features; its articles come along.
 * @throws AppError CONFLICT for a baseline column, a third level, or a name taken there.
 */
export async function moveColumn(ctx: BranchContext, input: MoveColumnInput): Promise<{ id: string }> {
  assertCan(ctx.actor.roles, "column:manage");
  return withTenant(ctx.tenantId, async (tx) => {
    const rows = await lockColumns(tx, ctx);
    const row = getColumnAt(rows, input);
    const tree = withMoved(rows, row.id, input.parentId);
    await writePlaces(tx, rows, tree);
    const { parentId, module } = getColumnIn(tree, row.id);
    await audit(tx, ctx, "column.move", columnSubject(row.id), {
      name: row.name,
      from: row.parentId,
      to: parentId,
      module,
    });
    // Below a hidden column readers must not meet it any more.
    await bumpSiteVersion(tx, { removal: isHiddenIn(rows, { ...row, parentId }) });
    return { id: row.id };
  });
}
