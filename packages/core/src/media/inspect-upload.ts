import { AppError } from "@zhibu/domain/kernel/app-error";
import { fileFormats, type FormatName } from "@zhibu/domain/media/file-formats";
import { storedFileName, type ClaimedName } from "@zhibu/domain/media/file-name";
import { identifyFormat } from "./identify-format.ts";
import { refuseInfected } from "./virus-scan.ts";

/** An upload that may be kept: what it is, and the name it is kept under. */
export type InspectedUpload = { format: FormatName; name: string };

/**
 * Judges a received file by its content.
 * @throws AppError INVALID with the reason; also when the content is something allowed but not what the suffix says.
 */
export async function inspectUpload(path: string, claimed: ClaimedName): Promise<InspectedUpload> {
  await refuseInfected(path);
  const format = await identifyFormat(path, claimed.format);
  // Chat programs save WebP as .jpg every day; pictures are drawn anew, so their suffix decides nothing.
  const bothPictures = fileFormats[format].family === "picture" && fileFormats[claimed.format].family === "picture";
  if (format !== claimed.format && !bothPictures) {
    throw new AppError("INVALID", "media.typeMismatch", {
      claimed: claimed.suffix,
      found: fileFormats[format].suffixes[0],
    });
  }
  return { format, name: storedFileName(claimed, format) };
}
