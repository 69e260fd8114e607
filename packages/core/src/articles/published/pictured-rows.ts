import type { Prisma } from "@zhibu/db/generated/client";
import type { Tx } from "@zhibu/db/scope";
import type { PicturedArticle } from "./listed-article.ts";

/**
 * Articles with a cover among candidates (`tenant_id, id, pinned`): pinned ones first, then the newest.
 * The few with a cover are picked before media is asked, whose policy is the dearest of all.
 */
export function picturedRows(tx: Tx, candidates: Prisma.Sql, limit: number): Promise<PicturedArticle[]> {
  return tx.$queryRaw<PicturedArticle[]>`
    WITH candidate AS MATERIALIZED (SELECT tenant_id, id, bool_or(pinned) AS pinned FROM (${candidates}) c GROUP BY tenant_id, id),
    covered AS MATERIALIZED (
      SELECT a.tenant_id, a.id, a.no, r.title, a.column_id, a.published_at, c.pinned, r.cover_id,
        coalesce(nullif(r.summary, ''), left(r.body_text, 120)) AS summary
      FROM candidate c
      JOIN article a ON a.tenant_id = c.tenant_id AND a.id = c.id
      JOIN revision r ON r.tenant_id = a.tenant_id AND r.id = a.live_revision_id AND r.cover_id IS NOT NULL
      ORDER BY c.pinned DESC, a.published_at DESC, a.id DESC LIMIT ${limit}
    )
    SELECT v.no, v.title, v.column_id AS "columnId", v.published_at AS "publishedAt", v.pinned, v.summary,
      jsonb_build_object('mediaId', m.id, 'alt', m.alt, 'width', m.width, 'height', m.height, 'widths', m.widths) AS cover
    FROM covered v JOIN media m ON m.tenant_id = v.tenant_id AND m.id = v.cover_id AND m.width > 0 AND m.height > 0
    ORDER BY v.pinned DESC, v.published_at DESC, v.id DESC`;
}
