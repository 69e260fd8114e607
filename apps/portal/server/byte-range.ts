import { Readable } from "node:stream";

/** First and last byte, both included. */
export type ByteRange = { start: number; end: number };

/**
 * The one range a `Range` header asks for; `null` to send the whole (no header, several ranges, another unit),
 * `"unsatisfiable"` for a range outside the file.
 */
export function parseByteRange(header: string | undefined, size: number): ByteRange | "unsatisfiable" | null {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/u.exec(header ?? "") ?? [];
  if (first === undefined || last === undefined || (first === "" && last === "")) return null;
  if (first === "") {
    const length = Math.min(Number(last), size);
    return length === 0 ? "unsatisfiable" : { start: size - length, end: size - 1 };
  }
  const start = Number(first);
  const end = last === "" ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== "" && Number(last) < start) return null;
  return start >= size ? "unsatisfiable" : { start, end };
}

/** The bytes of a range out of a whole stream; the storage has no way to begin in the middle. */
export function sliceStream(stream: Readable, { start, end }: ByteRange): Readable {
  async function* slice(): AsyncGenerator<Buffer> {
    let at = 0;
    for await (const piece of stream) {
      const bytes = Buffer.from(piece as Uint8Array); // Streams of files hold bytes.
      const part = bytes.subarray(Math.max(0, start - at), Math.max(0, end + 1 - at));
      at += bytes.length;
      if (part.length > 0) yield part;
      if (at > end) return;
    }
  }
  return Readable.from(slice());
}
