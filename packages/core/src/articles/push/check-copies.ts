import { withOffice } from "@zhibu/db/scope";
import type { CheckCopiesInput } from "@zhibu/domain/articles/push/push-inputs";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { OfficeContext } from "../../kernel/context.ts";
import { readerSees, type Seen } from "../published/reader-sees.ts";
import { deliveryHands } from "./deliver-push.ts";
import { inParallel } from "./in-parallel.ts";

export type CheckedCopy = Seen & { branchId: string };

/** What readers of each branch really get of a push at this moment, asked of the queries that make their pages. */
export async function checkCopies(
  ctx: OfficeContext,
  { pushId, branchIds }: CheckCopiesInput,
): Promise<{ copies: CheckedCopy[]; checkedAt: Date }> {
  assertCanInCollege(ctx.actor.roles, "push:oversee");
  const articles = await withOffice((tx) =>
    tx.pushCopy.findMany({
      where: { pushId, tenantId: { in: branchIds }, articleId: { not: null } },
      select: { tenantId: true, article: { select: { no: true } } },
    }),
  );
  const copies: CheckedCopy[] = [];
  await inParallel(articles, deliveryHands, async ({ tenantId, article }) => {
    // The branch of a copy the office sees; what is asked of it is what any reader may ask.
    if (article) copies.push({ branchId: tenantId, ...(await readerSees(tenantId as TenantId, article.no)) });
  });
  return { copies, checkedAt: ctx.now() };
}
