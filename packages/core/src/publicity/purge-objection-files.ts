import { withOffice, withOfficeReading } from "@zhibu/db/scope";
import { idSchema } from "@zhibu/domain/kernel/ids";
import { recordPurge } from "../audit/record-purge.ts";
import { getStorage, storageKey } from "../kernel/storage.ts";
import { isOldId } from "../media/purge-orphan-media.ts";
import { objectionFilesRoot } from "./objection-file.ts";

const batchSize = 500;

/**
 * Removes files no objection leads to: of objections that broke off between file and row. A file whose objection exists
 * stays as long as it does. How many went is on record in each branch. Safe to run twice and beside objections that
 * arrive. Returns how many went.
 */
export async function purgeObjectionFiles(now: Date): Promise<number> {
  let purged = 0;
  for await (const tenantId of getStorage().listFolders(objectionFilesRoot)) {
    if (idSchema.safeParse(tenantId).success) purged += await purgeBranch(tenantId, now);
  }
  return purged;
}

async function purgeBranch(tenantId: string, now: Date): Promise<number> {
  let count = 0;
  try {
    for await (const batch of oldFiles(tenantId, now)) {
      for (const key of await orphansAmong(batch)) {
        await getStorage().deleteFolder(key.slice(0, key.lastIndexOf("/")));
        count += 1;
      }
    }
  } finally {
    // What went is on record even when the storage goes away before the rest.
    if (count > 0) await record(tenantId, count, now);
  }
  return count;
}

async function* oldFiles(tenantId: string, now: Date): AsyncGenerator<readonly string[]> {
  let batch: string[] = [];
  for await (const objectionId of getStorage().listFolders(`${objectionFilesRoot}/${tenantId}`)) {
    if (!isOldId(objectionId, now)) continue;
    batch.push(storageKey(objectionFilesRoot, tenantId, objectionId, "sealed"));
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function orphansAmong(keys: readonly string[]): Promise<string[]> {
  const rows = await withOfficeReading((tx) =>
    tx.objection.findMany({ where: { fileKey: { in: [...keys] } }, select: { fileKey: true } }),
  );
  const known = new Set(rows.map(({ fileKey }) => fileKey));
  return keys.filter((key) => !known.has(key));
}

function record(tenantId: string, count: number, at: Date): Promise<void> {
  return withOffice((tx) =>
    recordPurge(tx, { action: "objection.purgeFiles", counts: new Map([[tenantId, count]]), at }),
  );
}
