import { Prisma } from "@zhibu/db/generated/client";
import { type Tx, withOfficeReading } from "@zhibu/db/scope";
import type { ListNominationsInput, NominationTab } from "@zhibu/domain/articles/nomination-inputs";
import { allowsNominationAction } from "@zhibu/domain/articles/nomination-states";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { OfficeContext } from "../../kernel/context.ts";
import { decodeCursor, encodeCursor } from "../../kernel/cursor.ts";

/** Each tab is the very condition of its partial index, which no parameter could be proven to meet. */
const lists = {
  proposed: { holds: Prisma.sql`state = 'proposed'`, column: Prisma.sql`proposed_at`, by: "proposedAt" },
  featured: { holds: Prisma.sql`featured_at IS NOT NULL`, column: Prisma.sql`featured_at`, by: "featuredAt" },
  past: { holds: Prisma.sql`state IN ('declined', 'ended')`, column: Prisma.sql`decided_at`, by: "decidedAt" },
} as const satisfies Record<NominationTab, { holds: Prisma.Sql; column: Prisma.Sql; by: string }>;

type Found = { tenantId: string; id: string };

/** Which rows are on the page, and one more, in order; nothing is joined before that is known. */
function findPage(tx: Tx, { tab, cursor, limit }: ListNominationsInput): Promise<Found[]> {
  const { holds, column } = lists[tab];
  const after = decodeCursor(cursor);
  return tx.$queryRaw<Found[]>`
    SELECT tenant_id AS "tenantId", id FROM nomination
    WHERE ${holds} ${after ? Prisma.sql`AND (${column}, id) < (${after.at}, ${after.id}::uuid)` : Prisma.empty}
    ORDER BY ${column} DESC, id DESC LIMIT ${limit + 1}`;
}

/** What branches proposed, newest first by what the tab is about. */
export async function listNominations(ctx: OfficeContext, input: ListNominationsInput) {
  assertCanInCollege(ctx.actor.roles, "nomination:decide");
  const { by } = lists[input.tab];
  const rows = await withOfficeReading(async (tx) => {
    const found = await findPage(tx, input);
    return tx.nomination.findMany({
      where: { OR: found },
      orderBy: [{ [by]: "desc" }, { id: "desc" }],
      include: {
        article: {
          select: {
            no: true,
            title: true,
            visibility: true,
            publishedAt: true,
            liveRevision: { select: { title: true } },
            branch: { select: { slug: true, shortName: true } },
          },
        },
      },
    });
  });
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  const lastAt = last?.[by];
  return {
    items: page.map(({ article, ...nomination }) => ({
      id: nomination.id,
      version: nomination.version,
      state: nomination.state,
      note: nomination.note,
      proposedByName: nomination.proposedByName,
      proposedAt: nomination.proposedAt,
      decidedByName: nomination.decidedByName,
      decidedAt: nomination.decidedAt,
      reason: nomination.reason,
      articleId: nomination.articleId,
      no: article.no,
      title: article.liveRevision?.title ?? article.title,
      isLive: article.visibility === "live",
      publishedAt: article.publishedAt,
      branch: article.branch,
      can: {
        feature: allowsNominationAction(nomination.state, "feature") && article.visibility === "live",
        decline: allowsNominationAction(nomination.state, "decline"),
        end: allowsNominationAction(nomination.state, "end"),
      },
    })),
    nextCursor: rows.length > input.limit && last && lastAt ? encodeCursor({ at: lastAt, id: last.id }) : null,
  };
}

/** How many wait for the office's word. */
export async function countProposed(ctx: OfficeContext): Promise<{ count: number }> {
  assertCanInCollege(ctx.actor.roles, "nomination:decide");
  return withOfficeReading(async (tx) => ({ count: await tx.nomination.count({ where: { state: "proposed" } }) }));
}
