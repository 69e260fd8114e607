import type { Objection } from "@zhibu/db/generated/client";
import { AppError } from "@zhibu/domain/kernel/app-error";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import { sealedObjectionFileSchema, type ObjectionFile } from "@zhibu/domain/publicity/objection-inputs";
import { openSecret, sealBytes, sealSecret } from "../kernel/secret-box.ts";
import { getStorage, storageKey } from "../kernel/storage.ts";
import { judgeFile } from "../media/judge-file.ts";

/** A file a reader sent: received whole on the local disk, and what they call it. Whoever received it removes it. */
export type ClaimedFile = { path: string; name: string };

/** What stands in the row of an objection that came without a file. */
export const noFile = { fileKey: "", fileName: "" } as const;

/** Apart from the library's: nobody who looks for media comes by. Below it a folder for each branch. */
export const objectionFilesRoot = "objections";

/** Where the sealed bytes stand. */
export const bytesPlace = (objectionId: string): string => `objection-file:${objectionId}`;
const factsPlace = (objectionId: string): string => `objection-file-name:${objectionId}`;

/**
 * Judges the file as uploads are judged, and stores it sealed with the data key; returns what its row is to say of it.
 * @throws AppError INVALID with the reason; UNAVAILABLE when scanner or storage are away.
 */
export async function keepObjectionFile(
  tenantId: TenantId,
  objectionId: string,
  file: ClaimedFile,
): Promise<{ fileKey: string; fileName: string }> {
  const { name, mime, content } = await judgeFile(file.path, file.name);
  const fileKey = storageKey(objectionFilesRoot, tenantId, objectionId, "sealed");
  const facts: ObjectionFile = { name, mime, bytes: content.length };
  try {
    await getStorage().put(fileKey, sealBytes(content, bytesPlace(objectionId)));
  } catch (cause) {
    throw new AppError("UNAVAILABLE", "media.storageAway", {}, { cause });
  }
  return { fileKey, fileName: sealSecret(JSON.stringify(facts), factsPlace(objectionId)) };
}

/** Removes a file no row leads to. The nightly purge comes by should the storage be away. */
export async function dropObjectionFile(fileKey: string): Promise<void> {
  await getStorage()
    .delete(fileKey)
    .catch(() => undefined);
}

/** Name, kind and size of the file that came with an objection, for who may read it; `null` where none did. */
export function openFileFacts({ id, fileKey, fileName }: Pick<Objection, "id" | "fileKey" | "fileName">) {
  if (fileKey === "") return null;
  return sealedObjectionFileSchema.parse(JSON.parse(openSecret(fileName, factsPlace(id))));
}
