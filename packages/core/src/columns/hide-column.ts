import { withTenant } from "@zhibu/db/scope";
import type { ColumnRefInput } from "@zhibu/domain/columns/column-inputs";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import { audit } from "../audit/audit.ts";
import { bumpSiteVersion } from "../kernel/bump-site-version.ts";
import type { BranchContext } from "../kernel/context.ts";
import { updateGuarded } from "../kernel/update-guarded.ts";
import { columnSubject } from "./column-audit.ts";
import { getColumnAt, lockColumns } from "./column-rows.ts";

/** Takes a column with everything in and below it out of readers' sight; nothing is lost. @throws AppError CONFLICT when it is hidden already. */
export function hideColumn(ctx: BranchContext, input: ColumnRefInput): Promise<{ id: string; version: number }> {
  return setHidden(ctx, input, true);
}

/** Lets readers see a column again. @throws AppError CONFLICT when it isn't hidden. */
export function showColumn(ctx: BranchContext, input: ColumnRefInput): Promise<{ id: string; version: number }> {
  return setHidden(ctx, input, false);
}

async function setHidden(
  ctx: BranchContext,
  input: ColumnRefInput,
  hidden: boolean,
): Promise<{ id: string; version: number }> {
  assertCan(ctx.actor.roles, "column:manage");
  return withTenant(ctx.tenantId, async (tx) => {
    const row = getColumnAt(await lockColumns(tx, ctx), input);
    if (row.hidden === hidden) throw new AppError("CONFLICT", hidden ? "column.hiddenAlready" : "column.shownAlready");
    await updateGuarded(tx.siteColumn, row, { hidden });
    await audit(tx, ctx, hidden ? "column.hide" : "column.show", columnSubject(row.id), { name: row.name });
    await bumpSiteVersion(tx, { removal: hidden });
    return { id: row.id, version: row.version + 1 };
  });
}
