import type { FileReading } from "@zhibu/domain/checks/files/file-reading";
import { fileFormats, formatOfSuffix } from "@zhibu/domain/media/file-formats";
import { readOffice } from "./read-office.ts";
import { readPdf } from "./read-pdf.ts";
import { readPlain } from "./read-plain.ts";
import { gather, type TextSink } from "./text-sink.ts";
import { Unreadable } from "./unreadable.ts";
import { type FileSource, type ZipParts, wholePart, withZipParts } from "./zip-parts.ts";

/** A stored file, and the suffix that says what its content was found to be. */
export type FileToRead = { readonly path: string; readonly suffix: string };

/**
 * Reads a file's text and judges it. Whatever is wrong with the file is told in what comes back, never thrown.
 * @param isLate whether the time for this file is over.
 */
export async function readFileText({ path, suffix }: FileToRead, isLate: () => boolean): Promise<FileReading> {
  const { sink, results } = gather(isLate);
  let stopped: Unreadable | null = null;
  try {
    await readSource(path, suffix, sink);
  } catch (error) {
    stopped = error instanceof Unreadable ? error : new Unreadable("broken", { cause: error });
  }
  const { findings, findingCount, shownChars, skipped } = results();
  const reason = stopped?.reason ?? skipped ?? (shownChars === 0 ? "noText" : null);
  const state = reason === null ? "read" : shownChars === 0 ? "unread" : "partly";
  return { state, reason, findings, findingCount };
}

async function readSource(source: FileSource, suffix: string, sink: TextSink): Promise<void> {
  const format = formatOfSuffix(suffix);
  const family = format === null ? null : fileFormats[format].family;
  if (family === "ooxml") return readOffice(source, sink, readSource);
  if (family === "pdf") return readPdf(source, sink);
  if (family === "text") return readPlain(source, format === "csv", sink);
  if (family === "zip") return withZipParts(source, (parts) => readArchive(parts, sink));
  throw new Unreadable(family === "ole" ? "oldFormat" : "innerFiles");
}

/** The files of an archive, one after the other; one that can't be read keeps none of the others from it. */
async function readArchive(parts: ZipParts, sink: TextSink): Promise<void> {
  if (sink.depth > 0) throw new Unreadable("innerFiles");
  for (const name of parts.names) {
    const suffix = /\.([^./]+)$/u.exec(name)?.[1]?.toLowerCase() ?? "";
    const format = formatOfSuffix(suffix);
    sink.line(name, { at: "name" });
    if (format !== null && fileFormats[format].family === "picture") continue;
    try {
      await readSource(await wholePart(parts, name), suffix, sink.within(name));
    } catch (error) {
      const reason = error instanceof Unreadable ? error.reason : "broken";
      // The limits are the archive's own.
      if (reason === "tooSlow") throw error;
      sink.skipped(reason === "tooLong" ? "tooLong" : "innerFiles");
    }
  }
}
