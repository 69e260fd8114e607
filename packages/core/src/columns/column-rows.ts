import type { SiteColumn } from "@zhibu/db/generated/client";
import type { Tx } from "@zhibu/db/scope";
import type { ColumnRefInput } from "@zhibu/domain/columns/column-inputs";
import { getColumnIn, type TreeColumn } from "@zhibu/domain/columns/column-tree";
import { AppError } from "@zhibu/domain/kernel/app-error";
import type { BranchContext } from "../kernel/context.ts";
import { updateGuarded } from "../kernel/update-guarded.ts";

/**
 * The branch's columns for a change, held until commit: the rules of the tree concern all of it,
 * so two changes of one branch's tree follow each other.
 */
export async function lockColumns(tx: Tx, ctx: BranchContext): Promise<SiteColumn[]> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`columns:${ctx.tenantId}`}, 0))::text`;
  return tx.siteColumn.findMany({ where: { tenantId: ctx.tenantId }, orderBy: [{ position: "asc" }, { id: "asc" }] });
}

/**
 * The column a person pointed at, as they saw it.
 * @throws AppError NOT_FOUND for a missing or foreign one, CONFLICT when it was changed meanwhile.
 */
export function getColumnAt(rows: readonly SiteColumn[], { columnId, version }: ColumnRefInput): SiteColumn {
  const row = getColumnIn(rows, columnId);
  if (row.version !== version) throw new AppError("CONFLICT", "changedMeanwhile");
  return row;
}

/** Writes what a rule changed of the rows' places, each row guarded by its version. */
export async function writePlaces(tx: Tx, rows: readonly SiteColumn[], tree: readonly TreeColumn[]): Promise<void> {
  for (const { id, parentId, module, position } of tree) {
    const row = rows.find((each) => each.id === id);
    if (!row || (row.parentId === parentId && row.module === module && row.position === position)) continue;
    await updateGuarded(tx.siteColumn, row, { parentId, module, position });
  }
}
