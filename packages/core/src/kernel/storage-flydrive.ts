import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { DriveDirectory, DriveFile, type Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";
import type { Storage } from "./storage.ts";

/** Our storage on one of flydrive's disks. */
export function flydriveStorage(disk: Disk): Storage {
  return {
    async put(key, content) {
      if (content instanceof Uint8Array) return disk.put(key, content);
      // S3 refuses a stream of unknown length.
      const { size } = await stat(content.path);
      return disk.putStream(key, createReadStream(content.path), { contentLength: size });
    },
    async get(key) {
      try {
        const { contentLength } = await disk.getMetaData(key);
        return { stream: await disk.getStream(key), size: contentLength };
      } catch (error) {
        if (saysMissing(error)) return null;
        throw error;
      }
    },
    exists: (key) => disk.exists(key),
    delete: (key) => disk.delete(key),
    async deleteFolder(folder) {
      if (disk.driver instanceof FSDriver) return disk.deleteAll(folder);
      // One by one: S3's bulk deletion demands a checksum that compatible stores disagree about.
      for await (const entry of listAll(disk, folder, true)) {
        if (entry instanceof DriveFile && entry.key.startsWith(`${folder}/`)) await disk.delete(entry.key);
      }
    },
    async *listFolders(folder) {
      for await (const entry of listAll(disk, folder, false)) {
        if (entry instanceof DriveDirectory) yield entry.name;
      }
    },
  };
}

async function* listAll(disk: Disk, folder: string, recursive: boolean): AsyncGenerator<DriveFile | DriveDirectory> {
  let paginationToken: string | undefined;
  do {
    const page = await disk.listAll(folder, {
      recursive,
      ...(paginationToken === undefined ? {} : { paginationToken }),
    });
    yield* page.objects;
    ({ paginationToken } = page);
  } while (paginationToken !== undefined);
}

/** The disk says so by a code, S3 by a status; flydrive wraps either. */
function saysMissing(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    const { code, $metadata } = current as { code?: unknown; $metadata?: { httpStatusCode?: unknown } }; // Read with care: any may be absent.
    if (code === "ENOENT" || code === "ENOTDIR" || $metadata?.httpStatusCode === 404) return true;
  }
  return false;
}
