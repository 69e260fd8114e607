import { withOffice } from "@zhibu/db/scope";
import { recordPurge } from "../audit/record-purge.ts";
import { dropUnusedFiles } from "./drop-unused-files.ts";

/** Somebody may have uploaded a file and not saved yet; a week leaves room for any draft left open. */
const graceMs = 7 * 24 * 60 * 60 * 1000;
const batchSize = 500;

/**
 * Removes files that were uploaded for a publicity list and stand in none, neither signed nor in preparation: what the
 * checks stopped there is not to lie about. How many went is on record in each branch. Safe to run twice and beside
 * anything. Returns how many went.
 */
export async function purgeListFiles(now: Date): Promise<number> {
  const before = new Date(now.getTime() - graceMs);
  const gone = await withOffice(async (tx) => {
    const rows = await tx.$queryRaw<{ id: string; tenantId: string; home: string }[]>`
      DELETE FROM media WHERE (tenant_id, id) IN (
        SELECT m.tenant_id, m.id FROM media m
        WHERE m.purpose = 'publicity' AND m.created_at < ${before}
          AND NOT EXISTS (SELECT FROM publicity_file f WHERE f.tenant_id = m.tenant_id AND f.media_id = m.id)
          AND NOT EXISTS (SELECT FROM publicity_list l WHERE l.tenant_id = m.tenant_id
            AND l.draft -> 'attachmentIds' @> to_jsonb(m.id::text))
        LIMIT ${batchSize})
      RETURNING id, tenant_id AS "tenantId", coalesce(files_tenant_id, tenant_id) AS home`;
    const counts = new Map<string, number>();
    for (const { tenantId } of rows) counts.set(tenantId, (counts.get(tenantId) ?? 0) + 1);
    await recordPurge(tx, { action: "publicity.purgeFiles", counts, at: now });
    return rows;
  });
  for (const { id, home } of gone) await dropUnusedFiles(home, id);
  return gone.length;
}
