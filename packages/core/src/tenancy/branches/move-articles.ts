import { withOffice, type Tx } from "@zhibu/db/scope";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import { bumpSites } from "../../kernel/bump-site-version.ts";
import { copyMediaRows } from "../../media/copy-media-rows.ts";
import { auditMerge, lockMerge, type MergeUnderWay } from "./merge-under-way.ts";
import { moveColumns } from "./move-columns.ts";
import { followPushes, movePushOrigins, takePushCopies } from "./move-push-copies.ts";
import { copyArticles, copyHistory, retireSources, type ArticleMove } from "./move-rows.ts";

type Unmoved = { id: string; no: number };

/**
 * Moves up to `limit` articles of a branch that is being merged, with their texts, timelines, views and media, in one
 * transaction: an article is live in one branch or in the other, never in both and never in none. Returns how many.
 */
export function moveArticles(from: TenantId, limit: number, now: () => Date): Promise<number> {
  return withOffice(async (tx) => {
    const merge = await lockMerge(tx, from);
    const unmoved = merge ? await nextUnmoved(tx, from, limit) : [];
    if (!merge || unmoved.length === 0) return 0;
    const { leading, moves } = await numbered(tx, merge, unmoved);
    const columns = await moveColumns(tx, from, merge.to);
    await copyMediaRows(tx, { from, to: merge.to, mediaIds: await mediaOf(tx, from, moves) });
    await copyArticles(tx, merge, moves, columns);
    await copyHistory(tx, merge, moves);
    await leadOn(tx, merge, [...leading, ...moves]);
    const ids = unmoved.map(({ id }) => id);
    const movedIds = moves.map(({ id }) => id);
    await takePushCopies(tx, { from, to: merge.to }, movedIds, ids);
    await movePushOrigins(tx, { from, to: merge.to }, movedIds);
    await retireSources(tx, from, ids, now());
    const [first, last] = [moves[0]?.toNo ?? null, moves.at(-1)?.toNo ?? null];
    const changes = {
      from: merge.fromSlug,
      name: merge.fromName,
      articles: moves.length,
      firstNo: first,
      lastNo: last,
    };
    await auditMerge(tx, merge, { tenantId: merge.to, action: "branch.takeOver", changes, at: now() });
    await bumpSites(tx, [from, merge.to], { removal: false });
    return unmoved.length;
  });
}

/** Oldest first: addresses in the new branch keep the order of the old ones. */
function nextUnmoved(tx: Tx, from: TenantId, limit: number): Promise<Unmoved[]> {
  return tx.$queryRaw<Unmoved[]>`
    SELECT a.id, a.no FROM article a
    WHERE a.tenant_id = ${from}::uuid
      AND NOT EXISTS (SELECT FROM moved_article m WHERE m.tenant_id = a.tenant_id AND m.no = a.no)
    ORDER BY a.no LIMIT ${limit}
    FOR UPDATE`;
}

/** Numbers behind the target's newest; what the target has already, by the same push, is only led to. */
async function numbered(tx: Tx, { from, to }: MergeUnderWay, unmoved: readonly Unmoved[]) {
  const there = await followPushes(
    tx,
    from,
    to,
    unmoved.map(({ id }) => id),
  );
  const leading = unmoved.flatMap(({ id, no }) => {
    const toNo = there.get(id);
    return toNo === undefined ? [] : [{ id, no, toNo }];
  });
  const moving = unmoved.filter(({ id }) => !there.has(id));
  const { articleSeq } = await tx.branch.update({
    where: { id: to },
    data: { articleSeq: { increment: moving.length } },
    select: { articleSeq: true },
  });
  const first = articleSeq - moving.length + 1;
  return { leading, moves: moving.map(({ id, no }, index): ArticleMove => ({ id, no, toNo: first + index })) };
}

async function mediaOf(tx: Tx, from: TenantId, moves: readonly ArticleMove[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH moving AS (
      SELECT id, cover_id FROM revision
      WHERE tenant_id = ${from}::uuid AND article_id = ANY (${moves.map(({ id }) => id)}::uuid[])
    )
    SELECT m.media_id AS id FROM moving r JOIN revision_media m ON m.tenant_id = ${from}::uuid AND m.revision_id = r.id
    UNION SELECT cover_id FROM moving WHERE cover_id IS NOT NULL`;
  return rows.map(({ id }) => id);
}

/** The old address of each leads to the new one, and marks it as moved. */
async function leadOn(tx: Tx, { from, to }: MergeUnderWay, moves: readonly ArticleMove[]): Promise<void> {
  await tx.movedArticle.createMany({
    data: moves.map(({ no, toNo }) => ({ tenantId: from, no, toTenantId: to, toNo })),
  });
}
