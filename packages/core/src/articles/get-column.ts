import type { Tx } from "@zhibu/db/scope";
import { AppError } from "@zhibu/domain/kernel/app-error";
import type { BranchContext } from "../kernel/context.ts";

/** @throws AppError INVALID when the branch has no such column (any more); a foreign column is one it doesn't have. */
export async function getColumn(tx: Tx, ctx: BranchContext, columnId: string) {
  const column = await tx.siteColumn.findUnique({ where: { tenantId_id: { tenantId: ctx.tenantId, id: columnId } } });
  if (!column) throw new AppError("INVALID", "article.columnGone");
  return column;
}
