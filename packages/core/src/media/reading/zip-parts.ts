import type { Readable } from "node:stream";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import { readingLimits } from "./reading-limits.ts";
import { Unreadable } from "./unreadable.ts";

/** A file on disk, or the bytes of one that lay in an archive. */
export type FileSource = string | Buffer;

/** The parts of an Office file or an archive; no directories among them. */
export type ZipParts = {
  readonly names: readonly string[];
  /** @throws Unreadable when a part is damaged or the limits are reached. */
  readonly stream: (name: string) => AsyncIterable<Buffer>;
};

const options = { autoClose: false, lazyEntries: true, validateEntrySizes: true, decodeStrings: false } as const;

/** Older programs write names in the encoding of their system. */
function nameOf(entry: Entry): string {
  const raw: unknown = entry.fileName;
  if (!(raw instanceof Uint8Array)) return String(raw);
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(raw);
    } catch {
      // Not this one.
    }
  }
  return Buffer.from(raw).toString("latin1");
}

async function open(source: FileSource): Promise<ZipFile> {
  return typeof source === "string" ? yauzl.openPromise(source, options) : yauzl.fromBufferPromise(source, options);
}

/** Opens a zip for `work`. @throws Unreadable for what is damaged, locked, or too much. */
export async function withZipParts(source: FileSource, work: (parts: ZipParts) => Promise<void>): Promise<void> {
  let zip: ZipFile | undefined;
  try {
    zip = await open(source);
    if (zip.entryCount > readingLimits.entriesMax) throw new Unreadable("tooLong");
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry);
      if (!name.endsWith("/")) entries.set(name, entry);
    }
    await work(partsOf(zip, entries));
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable("broken", { cause: error });
  } finally {
    zip?.close();
  }
}

function partsOf(zip: ZipFile, entries: ReadonlyMap<string, Entry>): ZipParts {
  let unpacked = 0;
  return {
    names: [...entries.keys()],
    async *stream(name) {
      const entry = entries.get(name);
      if (entry === undefined) throw new Unreadable("broken");
      if (entry.isEncrypted()) throw new Unreadable("encrypted");
      const chunks: Readable = await zip.openReadStreamPromise(entry);
      for await (const chunk of chunks) {
        // Without an encoding, chunks are buffers.
        const bytes = chunk as Buffer;
        unpacked += bytes.length;
        if (unpacked > readingLimits.unpackedBytesMax) throw new Unreadable("tooLong");
        yield bytes;
      }
    },
  };
}

/** A whole part in memory. @throws Unreadable when it is larger than a part may be. */
export async function wholePart(parts: ZipParts, name: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of parts.stream(name)) {
    bytes += chunk.length;
    if (bytes > readingLimits.innerBytesMax) throw new Unreadable("tooLong");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
