import { open } from "node:fs/promises";
import { readingLimits } from "./reading-limits.ts";
import type { TextSink } from "./text-sink.ts";
import { Unreadable } from "./unreadable.ts";
import type { FileSource } from "./zip-parts.ts";

async function head(source: FileSource, bytes: number): Promise<Buffer> {
  if (typeof source !== "string") return source.subarray(0, bytes);
  const file = await open(source);
  try {
    const buffer = Buffer.alloc(Math.min(bytes, (await file.stat()).size));
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function decode(bytes: Buffer): string {
  const mark = bytes.toString("hex", 0, 2);
  const encodings = mark === "fffe" ? ["utf-16le"] : mark === "feff" ? ["utf-16be"] : ["utf-8", "gb18030"];
  for (const encoding of encodings) {
    try {
      // As a stream: the last character may be cut.
      return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    } catch {
      // Not this one.
    }
  }
  throw new Unreadable("broken");
}

const csvCell = /(?:^|[,;\t])(?:"((?:[^"]|"")*)"|([^,;\t"]*))/gu;

/** Reads a txt or csv line by line. */
export async function readPlain(source: FileSource, isTable: boolean, sink: TextSink): Promise<void> {
  const bytes = await head(source, readingLimits.plainBytesMax + 1);
  const text = decode(bytes.subarray(0, readingLimits.plainBytesMax));
  let no = 0;
  for (const line of text.split(/\r\n?|\n/u)) {
    no += 1;
    const place = { at: "line", no } as const;
    if (isTable) {
      const cells = Array.from(line.matchAll(csvCell), ([, quoted, bare = ""]) => quoted ?? bare);
      sink.row(cells.map((cell) => ({ text: cell, place })));
    } else sink.line(line, place, true);
  }
  if (bytes.length > readingLimits.plainBytesMax) throw new Unreadable("tooLong");
}
