import { Prisma } from "@zhibu/db/generated/client";
import { withTenant, type Tx } from "@zhibu/db/scope";
import type { ColumnRefInput } from "@zhibu/domain/columns/column-inputs";
import { withoutColumn } from "@zhibu/domain/columns/column-tree";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import { audit } from "../audit/audit.ts";
import { bumpSiteVersion } from "../kernel/bump-site-version.ts";
import type { BranchContext } from "../kernel/context.ts";
import { columnSubject } from "./column-audit.ts";
import { getColumnAt, lockColumns, writePlaces } from "./column-rows.ts";

/**
 * Deletes an empty column of the branch's own. One that ever held a text stays, for texts are kept as they were: hide it.
 * @throws AppError CONFLICT for a baseline column, sub-columns, articles, or texts of the past.
 */
export async function deleteColumn(ctx: BranchContext, input: ColumnRefInput): Promise<{ id: string }> {
  assertCan(ctx.actor.roles, "column:manage");
  const { tenantId } = ctx;
  return withTenant(tenantId, async (tx) => {
    const rows = await lockColumns(tx, ctx);
    const row = getColumnAt(rows, input);
    const tree = withoutColumn(rows, row.id);
    await assertEmpty(tx, ctx, row.id);
    await tx.siteColumn.delete({ where: { tenantId_id: { tenantId, id: row.id }, version: row.version } });
    await writePlaces(tx, rows, tree);
    await audit(tx, ctx, "column.delete", columnSubject(row.id), { name: row.name, slug: row.slug });
    await bumpSiteVersion(tx, { removal: true });
    return { id: row.id };
  }).catch(refuseWhenReferenced);
}

async function assertEmpty(tx: Tx, ctx: BranchContext, columnId: string): Promise<void> {
  const where = { tenantId: ctx.tenantId, columnId };
  const count = await tx.article.count({ where });
  if (count > 0) throw new AppError("CONFLICT", "column.notEmpty", { count });
  if (await tx.revision.findFirst({ where, select: { id: true } })) throw new AppError("CONFLICT", "column.hasPast");
}

/** Someone put an article into the column between our look and our deletion. */
function refuseWhenReferenced(error: unknown): never {
  if (error instanceof Prisma.PrismaClientKnownRequestError && ["P2003", "P2025"].includes(error.code)) {
    throw new AppError("CONFLICT", "changedMeanwhile", {}, { cause: error });
  }
  throw error;
}
