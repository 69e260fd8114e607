import { withTenant, type Tx } from "@zhibu/db/scope";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { isOpenObjection } from "@zhibu/domain/publicity/objection-states";
import { holdsName, publicityEntrySchema } from "@zhibu/domain/publicity/publicity-draft";
import type { StatePublicityInput } from "@zhibu/domain/publicity/publicity-inputs";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import { bumpSiteVersion } from "../kernel/bump-site-version.ts";
import type { BranchContext } from "../kernel/context.ts";
import { getPublicityListAt, templateOf, type PublicityRow } from "./get-publicity-list.ts";
import { movePublicity, type MovedPublicity } from "./move-publicity.ts";

/**
 * The secretary signs and publishes the result statement (公示结果说明).
 * @throws AppError CONFLICT while an objection is open; INVALID when the statement says a name, for it stays on the site.
 */
export async function statePublicity(ctx: BranchContext, input: StatePublicityInput): Promise<MovedPublicity> {
  assertCan(ctx.actor.roles, "publicity:sign");
  return withTenant(ctx.tenantId, async (tx) => {
    const list = await getPublicityListAt(tx, ctx, input);
    await assertNoOpenObjection(tx, ctx, list);
    await assertNoName(tx, list, input.statement);
    const moved = await movePublicity(tx, ctx, list, {
      action: "state",
      data: { statement: input.statement, statedAt: ctx.now(), statedByName: ctx.actor.displayName },
      changes: { statement: input.statement },
    });
    await bumpSiteVersion(tx, { removal: false });
    return moved;
  });
}

async function assertNoOpenObjection(tx: Tx, ctx: BranchContext, list: PublicityRow): Promise<void> {
  const objections = await tx.objection.findMany({
    where: { tenantId: ctx.tenantId, listId: list.id },
    select: { state: true },
  });
  const open = objections.filter(({ state }) => isOpenObjection(state)).length;
  if (open > 0) throw new AppError("CONFLICT", "publicity.openObjections", { count: open });
}

async function assertNoName(tx: Tx, list: PublicityRow, statement: string): Promise<void> {
  const texts = await tx.publicityText.findMany({
    where: { tenantId: list.tenantId, listId: list.id },
    select: { entries: true },
  });
  const template = await templateOf(tx, list);
  const entries = texts.flatMap(({ entries: of }) => publicityEntrySchema.array().parse(of));
  if (holdsName(statement, entries, template)) throw new AppError("INVALID", "publicity.nameInStatement");
}
