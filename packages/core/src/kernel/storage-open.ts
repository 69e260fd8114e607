import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";
import type { StorageConfig } from "./storage-config.ts";
import { flydriveStorage } from "./storage-flydrive.ts";
import { setStorage, type Storage } from "./storage.ts";

/** Opens the storage a configuration names. The S3 client is loaded only where it is used: it is most of a process's start. */
export async function openStorage(config: StorageConfig): Promise<Storage> {
  if (config.type === "disk") {
    return flydriveStorage(new Disk(new FSDriver({ location: config.folder, visibility: "private" })));
  }
  const { S3Driver } = await import("flydrive/drivers/s3");
  const { type: _s3, ...client } = config;
  return flydriveStorage(
    new Disk(
      new S3Driver({
        ...client,
        visibility: "private",
        // A bucket's policy says who reads; compatible stores often know no ACL.
        supportsACL: false,
        // Checksums in trailers, the SDK's default, reach compatible stores as part of the file.
        requestChecksumCalculation: "WHEN_REQUIRED",
        responseChecksumValidation: "WHEN_REQUIRED",
      }),
    ),
  );
}

/** Opens the storage and makes it the process's own; called once at start, before the first request. */
export async function startStorage(config: StorageConfig): Promise<void> {
  setStorage(await openStorage(config));
}
