import { AppError } from "@zhibu/domain/kernel/app-error";
import type { FormatName } from "@zhibu/domain/media/file-formats";
import { readOleDirectory, type OleDirectory } from "./ole-directory.ts";

const mainStreams: Readonly<Record<string, FormatName>> = {
  WordDocument: "doc",
  Workbook: "xls",
  Book: "xls",
  "PowerPoint Document": "ppt",
};

const macroNames = new Set(["Macros", "VBA", "_VBA_PROJECT", "_VBA_PROJECT_CUR"]);

/** PowerPoint keeps its macros inside its one stream: the head of the record that points to them, then "has macros". */
const presentationMacros = Buffer.from("1f00ff0314000000" + "020000040c000000", "hex");

function presentationHasMacros(file: Buffer): boolean {
  const at = file.indexOf(presentationMacros);
  return at !== -1 && at + 24 <= file.length && file.readUInt32LE(at + 20) !== 0;
}

/**
 * Which old Office (or WPS) format a compound file is; `null` for any other, installers among them.
 * @throws AppError INVALID when it is encrypted, brings macros, or is malformed.
 */
export function identifyOle(file: Buffer): FormatName | null {
  const { rootNames, allNames } = directoryOf(file);
  if (rootNames.includes("EncryptedPackage")) throw new AppError("INVALID", "media.encrypted");
  const main = rootNames.find((name) => Object.hasOwn(mainStreams, name));
  const format = main === undefined ? null : (mainStreams[main] ?? null);
  if (format === null) return null;
  if (allNames.some((name) => macroNames.has(name)) || (format === "ppt" && presentationHasMacros(file))) {
    throw new AppError("INVALID", "media.macros");
  }
  return format;
}

function directoryOf(file: Buffer): OleDirectory {
  try {
    return readOleDirectory(file);
  } catch (cause) {
    throw new AppError("INVALID", "media.broken", {}, { cause });
  }
}
