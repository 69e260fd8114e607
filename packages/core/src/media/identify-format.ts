import { readFile } from "node:fs/promises";
import { fileTypeFromFile } from "file-type";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { fileFormats, type FormatName } from "@zhibu/domain/media/file-formats";
import { withArchive } from "./inspect-archive.ts";
import { identifyOle } from "./inspect-ole.ts";
import { identifyOoxml } from "./inspect-ooxml.ts";
import { inspectPdf } from "./inspect-pdf.ts";
import { isPlainText, refuseMarkup } from "./inspect-text.ts";

/** What a detected type is for us; Office files and archives are told apart by our own look inside. */
const detected: Readonly<Record<string, FormatName | "container">> = {
  jpg: "jpeg",
  png: "png",
  apng: "png",
  webp: "webp",
  gif: "gif",
  pdf: "pdf",
  zip: "container",
  docx: "container",
  xlsx: "container",
  pptx: "container",
  docm: "container",
  xlsm: "container",
  pptm: "container",
};

/**
 * Says what a file is by its content alone, having examined it as that format deserves.
 * `claimed` only decides between formats that look alike: csv and txt.
 * @throws AppError INVALID, with the reason, for everything that may not be kept.
 */
export async function identifyFormat(path: string, claimed: FormatName): Promise<FormatName> {
  // Text is asked for first: it may begin with two letters that mark a program or a bitmap.
  if (fileFormats[claimed].family === "text") return identifyText(path, claimed);
  const found = (await fileTypeFromFile(path))?.ext ?? null;
  if (found === "cfb") return identifyOle(await readFile(path)) ?? refuse(found);
  const format = found === null ? null : (detected[found] ?? null);
  if (format === null) {
    const head = await readFile(path);
    if (isPlainText(head)) refuseMarkup(head);
    return refuse(found ?? "");
  }
  if (format === "container")
    return withArchive(
      path,
      isOffice(claimed) ? "parts" : "files",
      async (archive) => (await identifyOoxml(archive)) ?? "zip",
    );
  if (format === "pdf") inspectPdf(await readFile(path));
  return format;
}

async function identifyText(path: string, claimed: FormatName): Promise<FormatName> {
  const file = await readFile(path);
  if (!isPlainText(file)) throw new AppError("INVALID", "media.notText");
  refuseMarkup(file);
  return claimed;
}

function isOffice(format: FormatName): boolean {
  return fileFormats[format].family === "ooxml";
}

function refuse(suffix: string): never {
  throw new AppError("INVALID", suffix === "" ? "media.typeUnknown" : "media.typeRefused", { suffix });
}
