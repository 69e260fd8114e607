import { withTenant } from "@zhibu/db/scope";
import type { RenameColumnInput } from "@zhibu/domain/columns/column-inputs";
import { assertNameFree } from "@zhibu/domain/columns/column-tree";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import { audit } from "../audit/audit.ts";
import { bumpSiteVersion } from "../kernel/bump-site-version.ts";
import type { BranchContext } from "../kernel/context.ts";
import { updateGuarded } from "../kernel/update-guarded.ts";
import { columnSubject } from "./column-audit.ts";
import { getColumnAt, lockColumns } from "./column-rows.ts";

/** Gives a column, of the baseline too, another name; its address stays. @throws AppError CONFLICT for a sibling's name. */
export async function renameColumn(
  ctx: BranchContext,
  input: RenameColumnInput,
): Promise<{ id: string; version: number }> {
  assertCan(ctx.actor.roles, "column:manage");
  return withTenant(ctx.tenantId, async (tx) => {
    const rows = await lockColumns(tx, ctx);
    const row = getColumnAt(rows, input);
    assertNameFree(rows, { ...row, name: input.name });
    await updateGuarded(tx.siteColumn, row, { name: input.name });
    await audit(tx, ctx, "column.rename", columnSubject(row.id), { from: row.name, to: input.name });
    await bumpSiteVersion(tx, { removal: false });
    return { id: row.id, version: row.version + 1 };
  });
}
