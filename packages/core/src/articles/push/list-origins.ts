import { withOffice } from "@zhibu/db/scope";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { OfficeContext } from "../../kernel/context.ts";

/** Open sites an article can be sent from: the office's own first, then the branches in the office's order. */
export async function listOrigins(ctx: OfficeContext) {
  assertCanInCollege(ctx.actor.roles, "push:send");
  return withOffice(async (tx) => {
    const sites = await tx.branch.findMany({
      where: { state: "open" },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: { id: true, slug: true, name: true, shortName: true, kind: true },
    });
    const own = sites.filter((site) => site.kind === "office");
    return [...own, ...sites.filter((site) => site.kind !== "office")].map(({ id, kind, ...site }) => ({
      ...site,
      branchId: id,
      isOffice: kind === "office",
    }));
  });
}
