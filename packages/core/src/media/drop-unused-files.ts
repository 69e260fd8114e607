import { withOffice, type Tx } from "@zhibu/db/scope";
import { getStorage } from "../kernel/storage.ts";
import { mediaFolder } from "./media-files.ts";

/**
 * Those of a folder's items that some branch still shows or keeps: the folder's own, or one that copied the row
 * without the bytes. The caller's scope is the office's, for a branch can't see who else uses its files.
 */
export async function usedFiles(tx: Tx, home: string, mediaIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM media WHERE tenant_id = ${home}::uuid AND files_tenant_id IS NULL AND id = ANY (${mediaIds}::uuid[])
    UNION
    SELECT id FROM media WHERE files_tenant_id = ${home}::uuid AND id = ANY (${mediaIds}::uuid[])`;
  return new Set(rows.map((row) => row.id));
}

/** Removes an item's bytes once its row is gone, unless another branch's row still leads to them. */
export async function dropUnusedFiles(home: string, mediaId: string): Promise<void> {
  const used = await withOffice((tx) => usedFiles(tx, home, [mediaId]));
  if (!used.has(mediaId)) await getStorage().deleteFolder(mediaFolder(home, mediaId));
}
