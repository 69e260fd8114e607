import { type Article, Prisma } from "@zhibu/db/generated/client";
import { withTenant, type Tx } from "@zhibu/db/scope";
import type { ListArticlesInput } from "@zhibu/domain/articles/article-input";
import type { ArticleTab } from "@zhibu/domain/articles/article-tabs";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import type { BranchContext } from "../kernel/context.ts";
import { decodeCursor, encodeCursor } from "../kernel/cursor.ts";
import { likeOf, literalWords } from "../kernel/like-pattern.ts";

/** States as words of the statement, not as parameters: only so can the planner see that a partial index holds them. */
const inTab = {
  all: Prisma.sql`a.visibility <> 'archived'`,
  drafts: Prisma.sql`a.work_state IN ('draft', 'handed_in')`,
  inReview: Prisma.sql`a.work_state = 'in_review'`,
  returned: Prisma.sql`a.work_state = 'returned'`,
  approved: Prisma.sql`a.work_state IN ('approved', 'scheduled', 'failed')`,
  live: Prisma.sql`a.visibility = 'live'`,
  withdrawn: Prisma.sql`a.visibility = 'withdrawn'`,
  archived: Prisma.sql`a.visibility = 'archived'`,
} as const satisfies Record<ArticleTab, Prisma.Sql>;

type ListedArticle = Pick<
  Article,
  | "id"
  | "no"
  | "title"
  | "columnId"
  | "visibility"
  | "workState"
  | "pinnedAt"
  | "scheduledAt"
  | "failureReason"
  | "publishedAt"
  | "eventAt"
  | "submittedById"
  | "createdById"
  | "linkedPushId"
  | "linkedRequired"
  | "liveRevisionId"
  | "workStateSince"
  | "updatedAt"
  | "version"
> & {
  columnName: string;
  /** Who wrote the text in work, else the live one. */
  writer: string;
};

/** One page of a branch's articles, newest change first, by keyset. */
export async function listArticles(ctx: BranchContext, input: ListArticlesInput) {
  assertCan(ctx.actor.roles, "article:read");
  return withTenant(ctx.tenantId, async (tx) => {
    const rows = await tx.$queryRaw<ListedArticle[]>`
      SELECT a.id, a.no, a.title, a.column_id AS "columnId", a.visibility::text AS visibility, a.work_state::text AS "workState",
        a.pinned_at AS "pinnedAt", a.scheduled_at AS "scheduledAt", a.failure_reason AS "failureReason",
        a.published_at AS "publishedAt", a.event_at AS "eventAt", a.submitted_by_id AS "submittedById",
        a.created_by_id AS "createdById", a.linked_push_id AS "linkedPushId", a.linked_required AS "linkedRequired",
        a.live_revision_id AS "liveRevisionId", a.work_state_since AS "workStateSince", a.updated_at AS "updatedAt", a.version,
        c.name AS "columnName", coalesce(w.created_by_name, l.created_by_name, '') AS writer
      FROM (${pageOf(ctx, input)}) p
      JOIN article a ON a.tenant_id = p.tenant_id AND a.id = p.id
      JOIN site_column c ON c.tenant_id = a.tenant_id AND c.id = a.column_id
      LEFT JOIN revision w ON w.tenant_id = a.tenant_id AND w.id = a.working_revision_id
      LEFT JOIN revision l ON l.tenant_id = a.tenant_id AND l.id = a.live_revision_id
      ORDER BY a.updated_at DESC, a.id DESC`;
    const page = rows.slice(0, input.limit);
    const last = page.at(-1);
    return {
      items: page,
      nextCursor: rows.length > input.limit && last ? encodeCursor({ at: last.updatedAt, id: last.id }) : null,
    };
  });
}

/** Which rows are on the page, and one more: found in an index alone, so that a search reads no article it doesn't show. */
function pageOf({ tenantId }: BranchContext, { tab, columnId, search, cursor, limit }: ListArticlesInput): Prisma.Sql {
  const after = decodeCursor(cursor);
  return Prisma.sql`
    SELECT a.tenant_id, a.id FROM article a
    WHERE a.tenant_id = ${tenantId}::uuid AND ${inTab[tab]}
      ${columnId ? Prisma.sql`AND a.column_id = ${columnId}::uuid` : Prisma.empty}
      ${search ? Prisma.sql`AND a.title ${likeOf(search)} ${`%${literalWords(search)}%`}` : Prisma.empty}
      ${after ? Prisma.sql`AND (a.updated_at, a.id) < (${after.at}, ${after.id}::uuid)` : Prisma.empty}
    ORDER BY a.updated_at DESC, a.id DESC LIMIT ${limit + 1}`;
}

/** How many articles each tab holds. */
export async function countArticles(ctx: BranchContext): Promise<Record<ArticleTab, number>> {
  assertCan(ctx.actor.roles, "article:read");
  return withTenant(ctx.tenantId, (tx) => countByTab(tx, ctx));
}

async function countByTab(tx: Tx, ctx: BranchContext): Promise<Record<ArticleTab, number>> {
  const groups = await tx.article.groupBy({
    by: ["visibility", "workState"],
    where: { tenantId: ctx.tenantId },
    _count: { _all: true },
  });
  const total = (fits: (group: (typeof groups)[number]) => boolean) =>
    groups.filter(fits).reduce((sum, group) => sum + group._count._all, 0);
  const inWork = (...states: (string | null)[]) => total((group) => states.includes(group.workState));
  return {
    all: total((group) => group.visibility !== "archived"),
    drafts: inWork("draft", "handed_in"),
    inReview: inWork("in_review"),
    returned: inWork("returned"),
    approved: inWork("approved", "scheduled", "failed"),
    live: total((group) => group.visibility === "live"),
    withdrawn: total((group) => group.visibility === "withdrawn"),
    archived: total((group) => group.visibility === "archived"),
  };
}
