import type { Tx } from "@zhibu/db/scope";
import { allowsNominationAction } from "@zhibu/domain/articles/nomination-states";
import { can } from "@zhibu/domain/tenancy/permissions";
import type { BranchContext } from "../../kernel/context.ts";
import type { ArticleRow } from "../get-article.ts";

/** Where the article stands on its way to the portal's 经验交流, and what the caller may do about it. */
export async function nominationOf(tx: Tx, ctx: BranchContext, article: ArticleRow) {
  const found = await tx.nomination.findUnique({
    where: { tenantId_articleId: { tenantId: ctx.tenantId, articleId: article.id } },
    select: {
      state: true,
      note: true,
      reason: true,
      proposedByName: true,
      proposedAt: true,
      decidedAt: true,
      featuredAt: true,
      version: true,
    },
  });
  const permitted = can(ctx.actor.roles, "article:nominate");
  return {
    current: found,
    can: {
      propose:
        permitted &&
        article.visibility === "live" &&
        article.linkedPushId === null &&
        (!found || allowsNominationAction(found.state, "propose")),
      withdraw: permitted && found !== null && allowsNominationAction(found.state, "withdraw"),
    },
  };
}

export type ArticleNomination = Awaited<ReturnType<typeof nominationOf>>;
