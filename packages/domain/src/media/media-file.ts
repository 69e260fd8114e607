import { AppError } from "../kernel/app-error.ts";

/** A file of a media item, as the last part of its address: `w960.webp`, or `original` for an attachment. */
export type MediaFile = { type: "width"; width: number } | { type: "original" };

const widthFile = /^w([1-9]\d{0,3})\.webp$/u;

/** The file an address asks for; `null` for anything else. */
export function parseMediaFile(file: string): MediaFile | null {
  if (file === "original") return { type: "original" };
  const width = widthFile.exec(file)?.[1];
  return width === undefined ? null : { type: "width", width: Number(width) };
}

export function widthFileName(width: number): string {
  if (!Number.isInteger(width) || width < 1 || width > 9_999) throw new AppError("INVALID", "invalidInput");
  return `w${width}.webp`;
}

/** Where readers fetch a file, on the branch's own host. */
export function mediaPath(mediaId: string, file: string): string {
  return `/media/${mediaId}/${file}`;
}

/** Where the branch's people fetch it, published or not, on the console host. */
export function mediaPreviewPath(branch: string, mediaId: string, file: string): string {
  return `/api/media/${branch}/${mediaId}/${file}`;
}
