import { Prisma } from "@zhibu/db/generated/client";
import { withOffice } from "@zhibu/db/scope";
import type { ListPushesInput, PushRefInput } from "@zhibu/domain/articles/push/push-inputs";
import type { CopyState, PushMode } from "@zhibu/domain/articles/push/push-names";
import { notFound } from "@zhibu/domain/kernel/app-error";
import { assertCanInCollege, canInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { OfficeContext } from "../../kernel/context.ts";
import { decodeCursor, encodeCursor } from "../../kernel/cursor.ts";
import { literalWords } from "../../kernel/like-pattern.ts";

/** How many branches a push stands in each state. */
export type CopyCounts = Partial<Record<CopyState, number>>;

export type PushItem = {
  id: string;
  title: string;
  mode: PushMode;
  state: "active" | "recalled";
  columnKey: string;
  note: string;
  originNo: number;
  originTenantId: string;
  originArticleId: string;
  originSlug: string;
  originName: string;
  createdByName: string;
  createdAt: Date;
  recalledAt: Date | null;
  recallReason: string;
  version: number;
  counts: CopyCounts;
};

function pushItems(tx: Parameters<Parameters<typeof withOffice>[0]>[0], where: Prisma.Sql, limit: number) {
  return tx.$queryRaw<PushItem[]>`
    WITH picked AS MATERIALIZED (
      SELECT p.* FROM push p WHERE ${where} ORDER BY p.created_at DESC, p.id DESC LIMIT ${limit}
    )
    SELECT p.id, p.title, p.mode, p.state, p.column_key AS "columnKey", p.note, p.origin_no AS "originNo",
      p.origin_tenant_id AS "originTenantId", p.origin_article_id AS "originArticleId", b.slug AS "originSlug", b.short_name AS "originName",
      p.created_by_name AS "createdByName", p.created_at AS "createdAt", p.recalled_at AS "recalledAt",
      p.recall_reason AS "recallReason", p.version,
      (SELECT coalesce(jsonb_object_agg(s.state, s.copies), '{}')
        FROM (SELECT c.state, count(*) AS copies FROM push_copy c WHERE c.push_id = p.id GROUP BY c.state) s) AS counts
    FROM picked p JOIN branch b ON b.id = p.origin_tenant_id
    ORDER BY p.created_at DESC, p.id DESC`;
}

/** What the office has sent, newest first, a page at a time. */
export async function listPushes(ctx: OfficeContext, { search, cursor, limit }: ListPushesInput) {
  assertCanInCollege(ctx.actor.roles, "push:oversee");
  const after = decodeCursor(cursor);
  return withOffice(async (tx) => {
    const rows = await pushItems(
      tx,
      Prisma.sql`true
        ${search ? Prisma.sql`AND p.title ILIKE ${`%${literalWords(search)}%`}` : Prisma.empty}
        ${after ? Prisma.sql`AND (p.created_at, p.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : Prisma.empty}`,
      limit + 1,
    );
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return {
      items,
      nextCursor: rows.length > limit && last ? encodeCursor({ at: last.createdAt, id: last.id }) : null,
      can: { send: canInCollege(ctx.actor.roles, "push:send") },
    };
  });
}

/** One push with how it stands in all branches. */
export async function getPush(ctx: OfficeContext, { pushId }: PushRefInput) {
  assertCanInCollege(ctx.actor.roles, "push:oversee");
  return withOffice(async (tx) => {
    const [push] = await pushItems(tx, Prisma.sql`p.id = ${pushId}::uuid`, 1);
    if (!push) throw notFound();
    const sends = push.state === "active" && canInCollege(ctx.actor.roles, "push:send");
    return { ...push, can: { recall: sends, retry: sends && (push.counts.failed ?? 0) > 0 }, now: ctx.now() };
  });
}
