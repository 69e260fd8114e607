import { Prisma } from "@zhibu/db/generated/client";
import type { Tx } from "@zhibu/db/scope";
import type { TenantId } from "@zhibu/domain/kernel/ids";

/** An article one of whose revisions, past ones included, shows a media item. */
export type MediaUse = {
  articleId: string;
  no: number;
  title: string;
  /** Readers see it there now. */
  isLive: boolean;
  /** It is part of a text that was submitted for review, then or now. */
  isSealed: boolean;
};

/** Where each of the items is used, newest use first; one statement for a whole page of them. */
export async function findMediaUses(
  tx: Tx,
  tenantId: TenantId,
  mediaIds: readonly string[],
): Promise<Map<string, MediaUse[]>> {
  const uses = new Map<string, MediaUse[]>();
  if (mediaIds.length === 0) return uses;
  const rows = await tx.$queryRaw<(MediaUse & { mediaId: string })[]>`
    SELECT m.media_id AS "mediaId", a.id AS "articleId", a.no, a.title,
      bool_or(a.visibility = 'live' AND a.live_revision_id = r.id) AS "isLive",
      bool_or(r.sealed_at IS NOT NULL) AS "isSealed"
    FROM revision_media m
    JOIN revision r ON r.tenant_id = m.tenant_id AND r.id = m.revision_id
    JOIN article a ON a.tenant_id = r.tenant_id AND a.id = r.article_id
    WHERE m.tenant_id = ${tenantId}::uuid AND m.media_id IN (${Prisma.join(mediaIds.map((id) => Prisma.sql`${id}::uuid`))})
    GROUP BY m.media_id, a.id, a.no, a.title
    ORDER BY max(r.saved_at) DESC, a.no DESC`;
  for (const { mediaId, ...use } of rows) uses.set(mediaId, [...(uses.get(mediaId) ?? []), use]);
  return uses;
}
