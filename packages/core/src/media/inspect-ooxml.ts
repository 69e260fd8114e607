import { AppError } from "@zhibu/domain/kernel/app-error";
import type { FormatName } from "@zhibu/domain/media/file-formats";
import type { InspectedArchive } from "./inspect-archive.ts";

const contentTypesBytesMax = 2 * 1024 * 1024;

/** Content types of the main part; templates and macro-enabled files have others. */
const mainParts: readonly [string, FormatName][] = [
  ["wordprocessingml.document.main+xml", "docx"],
  ["spreadsheetml.sheet.main+xml", "xlsx"],
  ["presentationml.presentation.main+xml", "pptx"],
  ["presentationml.slideshow.main+xml", "pptx"],
];

/**
 * Which Office format an archive is by its own table of contents; `null` for an ordinary zip.
 * @throws AppError INVALID when it brings macros, under whatever name.
 */
export async function identifyOoxml(archive: InspectedArchive): Promise<FormatName | null> {
  const bytes = await archive.read("[Content_Types].xml", contentTypesBytesMax);
  if (bytes === null) return null;
  const contentTypes = bytes.toString("utf8");
  const hasMacros =
    /macroEnabled|vbaProject|vbaData/iu.test(contentTypes) ||
    archive.names.some((name) => /vbaproject\.bin$|\/activeX\d*\.bin$/iu.test(name));
  if (hasMacros) throw new AppError("INVALID", "media.macros");
  return mainParts.find(([part]) => contentTypes.includes(part))?.[1] ?? null;
}
