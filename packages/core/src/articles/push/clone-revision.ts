import { Prisma } from "@zhibu/db/generated/client";
import { newId } from "@zhibu/db/new-id";
import type { Tx } from "@zhibu/db/scope";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import { copyMediaRows } from "../../media/copy-media-rows.ts";

export type Clone = {
  from: { tenantId: TenantId; revisionId: string };
  to: { tenantId: TenantId; articleId: string; columnId: string };
  introduction: string;
  /** `null` while the text is still in work. */
  sealedAt: Date | null;
  /** Whose text it counts as; the source's author unless given. */
  by?: { userId: string; displayName: string };
  now: Date;
};

/** The content hash of a text below an introduction, from the text's own. */
export function hashBelow(contentHash: Prisma.Sql, columnId: string, introduction: string): Prisma.Sql {
  return Prisma.sql`encode(sha256(convert_to(jsonb_build_array(${contentHash}, ${columnId}::text, ${introduction}::text)::text, 'UTF8')), 'hex')`;
}

/**
 * A further revision of an article with another revision's words, pictures, attachments and facts, in the same branch
 * or another; nothing but ids travels through this process. Between branches the office's transaction is needed.
 */
export async function cloneRevision(tx: Tx, clone: Clone): Promise<{ id: string; number: number }> {
  const { from, to, introduction, sealedAt, by, now } = clone;
  const id = newId();
  const uses = await tx.revisionMedia.findMany({
    where: { tenantId: from.tenantId, revisionId: from.revisionId },
    select: { mediaId: true },
  });
  const mediaIds = [...new Set(uses.map((use) => use.mediaId))];
  await copyMediaRows(tx, { from: from.tenantId, to: to.tenantId, mediaIds });
  const [revision] = await tx.$queryRaw<{ number: number }[]>`
    INSERT INTO revision (tenant_id, id, article_id, number, column_id, title, subtitle, summary, source, author, event_at,
      cover_id, introduction, body, body_text, content_hash, sealed_at, created_by_id, created_by_name, created_at, saved_at)
    SELECT ${to.tenantId}::uuid, ${id}::uuid, ${to.articleId}::uuid,
      (SELECT coalesce(max(n.number), 0) + 1 FROM revision n WHERE n.tenant_id = ${to.tenantId}::uuid AND n.article_id = ${to.articleId}::uuid),
      ${to.columnId}::uuid, o.title, o.subtitle, o.summary, o.source, o.author, o.event_at,
      o.cover_id, ${introduction}, o.body, o.body_text,
      ${hashBelow(Prisma.sql`o.content_hash`, to.columnId, introduction)},
      ${sealedAt}::timestamptz, coalesce(${by?.userId ?? null}::uuid, o.created_by_id), coalesce(${by?.displayName ?? null}::text, o.created_by_name),
      ${now}::timestamptz, ${now}::timestamptz
    FROM revision o WHERE o.tenant_id = ${from.tenantId}::uuid AND o.id = ${from.revisionId}::uuid
    RETURNING number`;
  if (!revision) throw new Error("the revision to clone is gone");
  await tx.$executeRaw`
    INSERT INTO revision_media (tenant_id, revision_id, media_id, use, position)
    SELECT ${to.tenantId}::uuid, ${id}::uuid, media_id, use, position
    FROM revision_media WHERE tenant_id = ${from.tenantId}::uuid AND revision_id = ${from.revisionId}::uuid`;
  await tx.$executeRaw`
    INSERT INTO fact_use (tenant_id, revision_id, fact_id)
    SELECT ${to.tenantId}::uuid, ${id}::uuid, fact_id
    FROM fact_use WHERE tenant_id = ${from.tenantId}::uuid AND revision_id = ${from.revisionId}::uuid`;
  return { id, number: revision.number };
}
