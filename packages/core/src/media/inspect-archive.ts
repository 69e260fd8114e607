import type { Readable } from "node:stream";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { formatOfSuffix, fileFormats } from "@zhibu/domain/media/file-formats";
import { isExecutableSuffix } from "@zhibu/domain/media/file-name";
import { archiveLimits } from "@zhibu/domain/media/media-limits";
import { looksLikeArchive, looksLikeProgram } from "./byte-signature.ts";
import { holdsTestSignature } from "./virus-scan.ts";

/** What an archive says it holds, after everything it says was checked. */
export type InspectedArchive = {
  names: readonly string[];
  read: (name: string, bytesMax: number) => Promise<Buffer | null>;
};

/** A zip holds files that people open; an Office file holds parts that its program reads. */
export type ArchiveContent = "files" | "parts";

const localHeaderBytes = 30;

/**
 * Opens a zip, refuses what could harm whoever opens it, and hands it to `work`. Sizes are taken from the
 * central directory first, then proved by unpacking every entry into nothing: a directory that lies is caught.
 * @throws AppError INVALID for bombs, encryption, programs, archives within archives, and anything malformed.
 */
export async function withArchive<T>(
  path: string,
  content: ArchiveContent,
  work: (archive: InspectedArchive) => Promise<T>,
): Promise<T> {
  let zip: ZipFile | undefined;
  try {
    zip = await yauzl.openPromise(path, { autoClose: false, lazyEntries: true, validateEntrySizes: true });
    const entries = await readDirectory(zip);
    refuseBomb(entries);
    for (const entry of entries) await inspectEntry(zip, entry, content);
    return await work(archiveOf(zip, entries));
  } catch (error) {
    if (error instanceof AppError) throw error;
    // yauzl and zlib throw plain errors, each about these bytes: none is a fault of ours.
    throw new AppError("INVALID", "media.archiveBroken", {}, { cause: error });
  } finally {
    zip?.close();
  }
}

async function readDirectory(zip: ZipFile): Promise<Entry[]> {
  if (zip.entryCount > archiveLimits.entriesMax) throw bomb();
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  return entries;
}

function bomb(): AppError {
  return new AppError("INVALID", "media.archiveBomb");
}

function refuseBomb(entries: readonly Entry[]): void {
  const { unpackedBytesMax, ratioMax, ratioCountsFromBytes } = archiveLimits;
  const packed = entries.reduce((sum, entry) => sum + entry.compressedSize, 0);
  const unpacked = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (unpacked > unpackedBytesMax) throw bomb();
  if (unpacked > ratioCountsFromBytes && unpacked > packed * ratioMax) throw bomb();
  const ordered = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  for (const [index, entry] of ordered.entries()) {
    // Bombs without nesting let many entries share the same packed bytes.
    const next = ordered[index + 1]?.relativeOffsetOfLocalHeader ?? Number.MAX_SAFE_INTEGER;
    if (entry.relativeOffsetOfLocalHeader + localHeaderBytes + entry.compressedSize > next) throw bomb();
  }
}

async function inspectEntry(zip: ZipFile, entry: Entry, content: ArchiveContent): Promise<void> {
  if (entry.fileName.endsWith("/")) return;
  if (entry.isEncrypted()) throw new AppError("INVALID", "media.encrypted");
  const head = await unpackIntoNothing(await zip.openReadStreamPromise(entry));
  const name = entry.fileName.slice(-60);
  const suffix = /\.([^./]+)$/u.exec(entry.fileName)?.[1]?.trim().toLowerCase() ?? "";
  if (holdsTestSignature(head)) throw new AppError("INVALID", "media.infected");
  if (looksLikeProgram(head)) throw new AppError("INVALID", "media.archiveProgram", { name });
  if (content === "parts") return;
  if (isExecutableSuffix(suffix)) throw new AppError("INVALID", "media.archiveProgram", { name });
  if (looksLikeArchive(head) && !isOfficeSuffix(suffix)) throw new AppError("INVALID", "media.archiveNested", { name });
}

function isOfficeSuffix(suffix: string): boolean {
  const format = formatOfSuffix(suffix);
  return format !== null && fileFormats[format].family === "ooxml";
}

/** Reads a stream to its end, so that wrong sizes and damage show, and keeps its first kilobyte. */
async function unpackIntoNothing(stream: Readable): Promise<Buffer> {
  let head = Buffer.alloc(0);
  for await (const chunk of buffersOf(stream)) {
    if (head.length < 1024) head = Buffer.concat([head, chunk.subarray(0, 1024)]);
  }
  return head.subarray(0, 1024);
}

function archiveOf(zip: ZipFile, entries: readonly Entry[]): InspectedArchive {
  return {
    names: entries.map((entry) => entry.fileName),
    async read(name, bytesMax) {
      const entry = entries.find((each) => each.fileName === name);
      if (!entry || entry.uncompressedSize > bytesMax) return null;
      const chunks = await Array.fromAsync(buffersOf(await zip.openReadStreamPromise(entry)));
      return Buffer.concat(chunks);
    },
  };
}

function buffersOf(stream: Readable): AsyncIterable<Buffer> {
  // Without an encoding, chunks are buffers.
  return stream as AsyncIterable<Buffer>;
}
