import type { Tx } from "@zhibu/db/scope";
import type { BranchContext } from "../../kernel/context.ts";

/** An article that leaves the readers leaves the portal's featured items, and its proposal is off; in the caller's transaction. */
export async function closeNomination(tx: Tx, ctx: BranchContext, articleId: string): Promise<void> {
  await tx.nomination.updateMany({
    where: { tenantId: ctx.tenantId, articleId, state: { in: ["proposed", "featured"] } },
    data: { state: "ended", featuredAt: null, decidedAt: ctx.now(), decidedByName: "", version: { increment: 1 } },
  });
}
