import { withTenant } from "@zhibu/db/scope";
import type { SetColumnCadenceInput } from "@zhibu/domain/columns/column-inputs";
import { assertOwn } from "@zhibu/domain/columns/column-tree";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import { audit } from "../audit/audit.ts";
import type { BranchContext } from "../kernel/context.ts";
import { updateGuarded } from "../kernel/update-guarded.ts";
import { columnSubject } from "./column-audit.ts";
import { getColumnAt, lockColumns } from "./column-rows.ts";

/** Says how often a column of the branch's own should see something new. @throws AppError CONFLICT for a baseline column. */
export async function setColumnCadence(
  ctx: BranchContext,
  input: SetColumnCadenceInput,
): Promise<{ id: string; version: number }> {
  assertCan(ctx.actor.roles, "column:manage");
  return withTenant(ctx.tenantId, async (tx) => {
    const row = getColumnAt(await lockColumns(tx, ctx), input);
    assertOwn(row);
    await updateGuarded(tx.siteColumn, row, { cadenceDays: input.cadenceDays });
    await audit(tx, ctx, "column.setCadence", columnSubject(row.id), {
      name: row.name,
      from: row.cadenceDays,
      to: input.cadenceDays,
    });
    return { id: row.id, version: row.version + 1 };
  });
}
