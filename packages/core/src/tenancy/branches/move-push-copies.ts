import type { Tx } from "@zhibu/db/scope";
import type { TenantId } from "@zhibu/domain/kernel/ids";

type Copy = { id: string; pushId: string; articleId: string };

/**
 * Pushed articles among those that move. Where the target has an article of the same push, the old address is to lead to
 * that one: returned by the id of the article that stays behind. Elsewhere the target takes the copy's place in the push,
 * so that it goes on following, and a recall finds it.
 */
export async function followPushes(
  tx: Tx,
  from: TenantId,
  to: TenantId,
  articleIds: readonly string[],
): Promise<Map<string, number>> {
  const found = await tx.pushCopy.findMany({
    where: { tenantId: from, articleId: { in: [...articleIds] } },
    select: { id: true, pushId: true, articleId: true },
  });
  const copies = found.flatMap(({ articleId, ...copy }): Copy[] => (articleId ? [{ ...copy, articleId }] : []));
  if (copies.length === 0) return new Map();
  const theirs = await tx.pushCopy.findMany({
    where: { tenantId: to, pushId: { in: copies.map(({ pushId }) => pushId) }, articleId: { not: null } },
    select: { pushId: true, article: { select: { no: true } } },
  });
  const noOf = new Map(theirs.flatMap(({ pushId, article }) => (article ? [[pushId, article.no] as const] : [])));
  const there = new Map<string, number>();
  for (const { articleId, pushId } of copies) {
    const no = noOf.get(pushId);
    if (no !== undefined) there.set(articleId, no);
  }
  return there;
}

/** After the articles have arrived: the target stands in the pushes the source stood in, and the source in none. */
export async function takePushCopies(
  tx: Tx,
  { from, to }: { from: TenantId; to: TenantId },
  movedIds: readonly string[],
  allIds: readonly string[],
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO push_copy SELECT n.* FROM push_copy x
    CROSS JOIN LATERAL jsonb_populate_record(x, ${{ tenant_id: to }}::jsonb) n
    WHERE x.tenant_id = ${from}::uuid AND x.article_id = ANY (${movedIds}::uuid[])
    ON CONFLICT (tenant_id, push_id) DO UPDATE
      SET state = excluded.state, article_id = excluded.article_id, origin_revision_id = excluded.origin_revision_id,
        shown_at = excluded.shown_at, changed_at = excluded.changed_at, version = push_copy.version + 1`;
  await tx.$executeRaw`
    UPDATE push_copy SET state = 'unlinked', version = version + 1
    WHERE tenant_id = ${from}::uuid AND article_id = ANY (${allIds}::uuid[]) AND state <> 'recalled'`;
}

/** What was pushed from the source is followed where it stands now: the copies elsewhere notice nothing. */
export async function movePushOrigins(
  tx: Tx,
  { from, to }: { from: TenantId; to: TenantId },
  movedIds: readonly string[],
): Promise<void> {
  await tx.$executeRaw`
    UPDATE push p SET origin_tenant_id = a.tenant_id, origin_no = a.no
    FROM article a
    WHERE p.origin_tenant_id = ${from}::uuid AND p.origin_article_id = ANY (${movedIds}::uuid[])
      AND a.tenant_id = ${to}::uuid AND a.id = p.origin_article_id`;
}
