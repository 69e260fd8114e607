import { withOffice } from "@zhibu/db/scope";
import { idSchema } from "@zhibu/domain/kernel/ids";
import { getStorage } from "../kernel/storage.ts";
import { usedFiles } from "./drop-unused-files.ts";
import { mediaFolder } from "./media-files.ts";

/** An upload is recorded within minutes of its first file; a day leaves room for any clock. */
const graceMs = 24 * 60 * 60 * 1000;
const batchSize = 500;

/**
 * Removes files that no row of any branch knows: of uploads cut short and of items deleted while the storage was away.
 * Safe to run twice and beside uploads. Returns how many items' files went.
 */
export async function purgeOrphanMedia(now: Date): Promise<number> {
  const branches = await withOffice((tx) => tx.branch.findMany({ select: { id: true } }));
  let purged = 0;
  for (const { id: tenantId } of branches) {
    let batch: string[] = [];
    for await (const mediaId of getStorage().listFolders(tenantId)) {
      if (!isOldId(mediaId, now)) continue;
      batch.push(mediaId);
      if (batch.length < batchSize) continue;
      purged += await purgeBatch(tenantId, batch);
      batch = [];
    }
    purged += await purgeBatch(tenantId, batch);
  }
  return purged;
}

async function purgeBatch(tenantId: string, mediaIds: readonly string[]): Promise<number> {
  const known = await withOffice((tx) => usedFiles(tx, tenantId, mediaIds));
  const orphans = mediaIds.filter((id) => !known.has(id));
  for (const id of orphans) await getStorage().deleteFolder(mediaFolder(tenantId, id));
  return orphans.length;
}

/** A version 7 id begins with the milliseconds of its making; old is what no upload under way can have. */
export function isOldId(id: string, now: Date): boolean {
  return (
    idSchema.safeParse(id).success && Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16) < now.getTime() - graceMs
  );
}
