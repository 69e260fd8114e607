import { Prisma } from "@zhibu/db/generated/client";
import type { Tx } from "@zhibu/db/scope";
import type { TenantId } from "@zhibu/domain/kernel/ids";

/** A row of a list: what stands on one line. */
export type ListedArticle = { no: number; title: string; columnId: string; publishedAt: Date; pinned: boolean };

export type Cover = { mediaId: string; alt: string; width: number; height: number; widths: readonly number[] };

export type PicturedArticle = ListedArticle & { summary: string; cover: Cover };

/** One keyset order for every list: newest first, ties by id. */
export const newestFirst = Prisma.sql`published_at DESC, id DESC`;

/** What lists over all branches hold: what was pushed stands there once, as its origin, not once for each copy. */
export const originals = Prisma.sql`visibility = 'live' AND linked_push_id IS NULL`;

/** An array parameter of ids; Prisma sends text, the index wants uuid. */
export function ids(values: readonly string[]): Prisma.Sql {
  return Prisma.sql`${values}::uuid[]`;
}

/**
 * The titles of picked articles, in list order. `picked` yields `tenant_id, id`: lists pick by index alone and read
 * these few rows afterwards. Titles are the live revision's, and readers see no other.
 */
export function listedRows(tx: Tx, picked: Prisma.Sql): Promise<ListedArticle[]> {
  return tx.$queryRaw<ListedArticle[]>`
    WITH picked AS MATERIALIZED (${picked})
    SELECT a.no, r.title, a.column_id AS "columnId", a.published_at AS "publishedAt", a.pinned_at IS NOT NULL AS pinned
    FROM picked p
    JOIN article a ON a.tenant_id = p.tenant_id AND a.id = p.id
    JOIN revision r ON r.tenant_id = a.tenant_id AND r.id = a.live_revision_id
    ORDER BY a.published_at DESC, a.id DESC`;
}

/** The newest `limit` ids of each column given, with their dates: touches nothing but the index, however many there are. */
export function newestOfColumns(tenantId: TenantId, columnIds: readonly string[], limit: number): Prisma.Sql {
  return Prisma.sql`
    SELECT a.tenant_id, a.id, a.column_id, a.published_at
    FROM unnest(${ids(columnIds)}) AS c (id)
    CROSS JOIN LATERAL (
      SELECT tenant_id, id, column_id, published_at FROM article
      WHERE tenant_id = ${tenantId}::uuid AND column_id = c.id AND visibility = 'live'
      ORDER BY ${newestFirst} LIMIT ${limit}
    ) a`;
}
