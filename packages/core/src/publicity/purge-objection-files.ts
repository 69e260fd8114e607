import { withOfficeReading } from "@zhibu/db/scope";
import { getStorage, storageKey } from "../kernel/storage.ts";
import { isOldId } from "../media/purge-orphan-media.ts";
import { objectionFilesRoot } from "./objection-file.ts";

const batchSize = 500;

/**
 * Removes files no objection leads to: of objections that broke off between file and row. A file whose objection exists
 * stays as long as it does. Safe to run twice and beside objections that arrive. Returns how many went.
 */
export async function purgeObjectionFiles(now: Date): Promise<number> {
  let purged = 0;
  for await (const tenantId of getStorage().listFolders(objectionFilesRoot)) {
    let batch: string[] = [];
    for await (const objectionId of getStorage().listFolders(`${objectionFilesRoot}/${tenantId}`)) {
      if (!isOldId(objectionId, now)) continue;
      batch.push(storageKey(objectionFilesRoot, tenantId, objectionId, "sealed"));
      if (batch.length < batchSize) continue;
      purged += await purgeBatch(batch);
      batch = [];
    }
    purged += await purgeBatch(batch);
  }
  return purged;
}

async function purgeBatch(keys: readonly string[]): Promise<number> {
  if (keys.length === 0) return 0;
  const rows = await withOfficeReading((tx) =>
    tx.objection.findMany({ where: { fileKey: { in: [...keys] } }, select: { fileKey: true } }),
  );
  const known = new Set(rows.map(({ fileKey }) => fileKey));
  const orphans = keys.filter((key) => !known.has(key));
  for (const key of orphans) await getStorage().deleteFolder(key.slice(0, key.lastIndexOf("/")));
  return orphans.length;
}
