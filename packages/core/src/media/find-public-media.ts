import { withReader } from "@zhibu/db/scope";
import { idSchema, type TenantId } from "@zhibu/domain/kernel/ids";
import { servedFile, type MediaRow, type ServedFile } from "./media-files.ts";

/**
 * The file a reader of a branch's site may fetch, or `null`. The database shows readers only what a live revision of
 * that branch shows; what stands in, or below, a hidden column is withheld here as its page is. The pages of the college
 * stand on every site, and with them what they show.
 * A file of a publicity list is shown while the list runs, by the database's clock.
 * Unpublished, withdrawn, hidden, foreign and missing items are the same to them.
 */
export async function findPublicMedia(tenantId: TenantId, mediaId: string, file: string): Promise<ServedFile | null> {
  if (!idSchema.safeParse(mediaId).success) return null;
  const row = (await mediaOfSite(tenantId, mediaId)) ?? (await mediaOfCollege(mediaId));
  return row ? servedFile(row, file) : fileOfList(tenantId, mediaId, file);
}

/** A file of the text a running list shows, and until when. */
async function fileOfList(tenantId: TenantId, mediaId: string, file: string): Promise<ServedFile | null> {
  const [row] = await withReader(
    tenantId,
    (tx) => tx.$queryRaw<(MediaRow & { endsAt: Date })[]>`
      SELECT m.tenant_id AS "tenantId", m.files_tenant_id AS "filesTenantId", m.id, m.kind, m.name, m.mime, m.widths,
        l.ends_at AS "endsAt"
      FROM publicity_file f
      JOIN publicity_list l ON l.tenant_id = f.tenant_id AND l.text_id = f.text_id
        AND l.state = 'running' AND l.ends_at > clock_timestamp()
      JOIN media m ON m.tenant_id = f.tenant_id AND m.id = f.media_id
      WHERE f.tenant_id = ${tenantId}::uuid AND f.media_id = ${mediaId}::uuid
      ORDER BY l.ends_at DESC LIMIT 1`,
  );
  const served = row && servedFile(row, file);
  return served ? { ...served, goneAt: row.endsAt.getTime() } : null;
}

async function mediaOfSite(tenantId: TenantId, mediaId: string): Promise<MediaRow | null> {
  const [row] = await withReader(
    tenantId,
    (tx) => tx.$queryRaw<MediaRow[]>`
      SELECT m.tenant_id AS "tenantId", m.files_tenant_id AS "filesTenantId", m.id, m.kind, m.name, m.mime, m.widths
      FROM media m
      WHERE m.tenant_id = ${tenantId}::uuid AND m.id = ${mediaId}::uuid AND EXISTS (
        SELECT FROM revision_media u
        JOIN article a ON a.tenant_id = u.tenant_id AND a.live_revision_id = u.revision_id AND a.visibility = 'live'
        JOIN site_column c ON c.tenant_id = a.tenant_id AND c.id = a.column_id AND NOT c.hidden
        LEFT JOIN site_column p ON p.tenant_id = c.tenant_id AND p.id = c.parent_id AND NOT p.hidden
        WHERE u.tenant_id = m.tenant_id AND u.media_id = m.id AND (c.parent_id IS NULL OR p.id IS NOT NULL)
      )`,
  );
  return row ?? null;
}

/** What the live text of a page of the college shows; nothing else of the site it is written on. */
async function mediaOfCollege(mediaId: string): Promise<MediaRow | null> {
  const [row] = await withReader(
    null,
    (tx) => tx.$queryRaw<MediaRow[]>`
      SELECT m.tenant_id AS "tenantId", m.files_tenant_id AS "filesTenantId", m.id, m.kind, m.name, m.mime, m.widths
      FROM college_page p
      JOIN article a ON a.tenant_id = p.article_tenant_id AND a.id = p.article_id AND a.visibility = 'live'
      JOIN revision_media u ON u.tenant_id = a.tenant_id AND u.revision_id = a.live_revision_id AND u.media_id = ${mediaId}::uuid
      JOIN media m ON m.tenant_id = u.tenant_id AND m.id = u.media_id
      WHERE p.live AND NOT p.hidden LIMIT 1`,
  );
  return row ?? null;
}
