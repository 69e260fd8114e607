import type { Media } from "@zhibu/db/generated/client";
import { asDownload } from "@zhibu/domain/media/content-disposition";
import { parseMediaFile, widthFileName } from "@zhibu/domain/media/media-file";
import { nearestWidth } from "@zhibu/domain/media/picture-widths";
import { storageKey } from "../kernel/storage.ts";

/** A stored file and the headers it must travel with. */
export type ServedFile = {
  /** For `getStorage().get`. */
  key: string;
  type: string;
  /** `Content-Disposition`: pictures are shown, everything else is saved. */
  disposition: string;
  /** Strong; the bytes under a key never change. */
  etag: string;
  /** From this instant (ms) on readers may not have it, and nobody keeps a copy until then. */
  goneAt?: number;
};

/** What of an item's row decides how its files are served. */
export type MediaRow = Pick<Media, "tenantId" | "filesTenantId" | "id" | "kind" | "name" | "mime" | "widths">;

/** The branch whose folder holds an item's bytes: its own, or the one it was copied from. */
export function filesHome(row: Pick<Media, "tenantId" | "filesTenantId">): string {
  return row.filesTenantId ?? row.tenantId;
}

/** Everything of one media item lies in one folder. */
export function mediaFolder(tenantId: string, mediaId: string): string {
  return storageKey(tenantId, mediaId);
}

export function mediaKey(tenantId: string, mediaId: string, file: string): string {
  return storageKey(tenantId, mediaId, file);
}

/** The stored file an address means; a picture answers any width with its nearest one. `null` when it has no such file. */
export function servedFile(row: MediaRow, file: string): ServedFile | null {
  const wanted = parseMediaFile(file);
  if (wanted?.type === "original" && row.kind === "attachment") {
    return {
      key: mediaKey(filesHome(row), row.id, "original"),
      type: row.mime,
      disposition: asDownload(row.name),
      etag: `"${row.id}"`,
    };
  }
  const width = wanted?.type === "width" && row.kind === "picture" ? nearestWidth(row.widths, wanted.width) : null;
  if (width === null) return null;
  return {
    key: mediaKey(filesHome(row), row.id, widthFileName(width)),
    type: "image/webp",
    disposition: "inline",
    etag: `"${row.id}-${width}"`,
  };
}
