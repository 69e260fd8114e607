import { withTenant } from "@zhibu/db/scope";
import type { ListOffersInput } from "@zhibu/domain/articles/push/push-inputs";
import { allowsCopyAction } from "@zhibu/domain/articles/push/push-states";
import { assertCan, can } from "@zhibu/domain/tenancy/permissions";
import type { BranchContext } from "../../kernel/context.ts";
import { behind, decodeCursor, encodeCursor } from "../../kernel/cursor.ts";

const fields = {
  id: true,
  pushId: true,
  state: true,
  articleId: true,
  reason: true,
  shownAt: true,
  changedAt: true,
  decidedByName: true,
  version: true,
  push: {
    select: {
      title: true,
      note: true,
      mode: true,
      state: true,
      columnKey: true,
      createdAt: true,
      createdByName: true,
      recallReason: true,
      recalledAt: true,
    },
  },
  article: { select: { no: true, visibility: true } },
} as const;

const openOffers = { state: "waiting", push: { mode: "optional", state: "active" } } as const;

/** What the office sent this branch: offers that wait for an answer, or everything that came before; newest first. */
export async function listOffers(ctx: BranchContext, { tab, cursor, limit }: ListOffersInput) {
  assertCan(ctx.actor.roles, "article:read");
  const after = decodeCursor(cursor);
  return withTenant(ctx.tenantId, async (tx) => {
    const rows = await tx.pushCopy.findMany({
      where: {
        tenantId: ctx.tenantId,
        ...(tab === "open" ? openOffers : { NOT: openOffers }),
        ...behind("changedAt", after),
      },
      orderBy: [{ changedAt: "desc" }, { id: "desc" }],
      take: limit + 1,
      select: fields,
    });
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const answers = can(ctx.actor.roles, "push:answer");
    return {
      items: page.map(({ id: _id, push, ...copy }) => {
        const offered = push.mode === "optional" && push.state === "active";
        return {
          ...copy,
          push,
          can: {
            accept: answers && offered && allowsCopyAction(copy.state, "show"),
            decline: answers && offered && copy.state === "waiting",
          },
        };
      }),
      openCount: await tx.pushCopy.count({ where: { tenantId: ctx.tenantId, ...openOffers } }),
      nextCursor: rows.length > limit && last ? encodeCursor({ at: last.changedAt, id: last.id }) : null,
    };
  });
}
