import type { Tx } from "@zhibu/db/scope";
import type { TenantId } from "@zhibu/domain/kernel/ids";

/**
 * Gives a branch rows of another's media under the same ids; no byte is copied, the rows remember whose folder holds
 * them. What the branch has already stays as it is. For transactions of the office, which alone see both branches.
 *
 * The source's rows are locked against deletion until the caller commits: whoever deletes one waits, and then finds
 * the copy that keeps its bytes. A row deleted before is simply not copied, and showing it fails on its foreign key.
 */
export async function copyMediaRows(
  tx: Tx,
  { from, to, mediaIds }: { from: TenantId; to: TenantId; mediaIds: readonly string[] },
): Promise<void> {
  if (mediaIds.length === 0 || from === to) return;
  await tx.$executeRaw`
    INSERT INTO media (tenant_id, id, kind, name, mime, ext, bytes, width, height, widths, sha256, alt, source,
      created_by_id, created_by_name, files_tenant_id, created_at)
    SELECT ${to}::uuid, id, kind, name, mime, ext, bytes, width, height, widths, sha256, alt, source,
      created_by_id, created_by_name, nullif(coalesce(files_tenant_id, tenant_id), ${to}::uuid), created_at
    FROM media WHERE tenant_id = ${from}::uuid AND id = ANY (${mediaIds}::uuid[])
    FOR KEY SHARE
    ON CONFLICT (tenant_id, id) DO NOTHING`;
  await tx.$executeRaw`
    INSERT INTO media_reading (tenant_id, media_id, state, reason, findings, finding_count, read_at)
    SELECT m.tenant_id, m.id, r.state, r.reason, r.findings, r.finding_count, r.read_at
    FROM media_reading r JOIN media m ON m.tenant_id = ${to}::uuid AND m.id = r.media_id
    WHERE r.tenant_id = ${from}::uuid AND r.media_id = ANY (${mediaIds}::uuid[])
    ON CONFLICT (tenant_id, media_id) DO NOTHING`;
}
