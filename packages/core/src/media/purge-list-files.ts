import { withOffice } from "@zhibu/db/scope";
import { dropUnusedFiles } from "./drop-unused-files.ts";

/** Somebody may have uploaded a file and not saved yet; a week leaves room for any draft left open. */
const graceMs = 7 * 24 * 60 * 60 * 1000;
const batchSize = 500;

/**
 * Removes files that were uploaded for a publicity list and stand in none, neither signed nor in preparation: what the
 * checks stopped there is not to lie about. Safe to run twice and beside anything. Returns how many went.
 */
export async function purgeListFiles(now: Date): Promise<number> {
  const before = new Date(now.getTime() - graceMs);
  const gone = await withOffice(
    (tx) => tx.$queryRaw<{ id: string; home: string }[]>`
      DELETE FROM media WHERE (tenant_id, id) IN (
        SELECT m.tenant_id, m.id FROM media m
        WHERE m.purpose = 'publicity' AND m.created_at < ${before}
          AND NOT EXISTS (SELECT FROM publicity_file f WHERE f.tenant_id = m.tenant_id AND f.media_id = m.id)
          AND NOT EXISTS (SELECT FROM publicity_list l WHERE l.tenant_id = m.tenant_id
            AND l.draft -> 'attachmentIds' @> to_jsonb(m.id::text))
        LIMIT ${batchSize})
      RETURNING id, coalesce(files_tenant_id, tenant_id) AS home`,
  );
  for (const { id, home } of gone) await dropUnusedFiles(home, id);
  return gone.length;
}
