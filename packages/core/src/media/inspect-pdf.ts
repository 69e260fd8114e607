import { inflateSync } from "node:zlib";
import { AppError } from "@zhibu/domain/kernel/app-error";

/** Names that make a PDF act instead of being read; none occurs in a file that is only text and pictures. */
const activeNames = /\/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|ImportData|SubmitForm|XFA\s*[[\d])/u;
const objectStreamBytesMax = 8 * 1024 * 1024;
const objectStreamsMax = 5_000;
const dictionaryCharsMax = 2_000;

/**
 * A name may be written with `#4a` for any of its letters.
 * @throws AppError INVALID when that hides an object stream: nobody writes it so in good faith.
 */
function plainNames(text: string): string {
  const plain = text.replaceAll(/#([0-9a-f]{2})/giu, (_escape, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  if (plain.split("/ObjStm").length !== text.split("/ObjStm").length) throw new AppError("INVALID", "media.pdfActive");
  return plain;
}

function refuseActive(text: string): void {
  if (activeNames.test(text)) throw new AppError("INVALID", "media.pdfActive");
}

/** Newer PDFs keep objects in compressed streams: their text. What can't be unpacked can't be judged, so it is refused. */
function* objectStreams(file: Buffer, text: string): Generator<string> {
  const places = [...text.matchAll(/\/ObjStm\b/gu)];
  if (places.length > objectStreamsMax) throw broken();
  for (const { index } of places) {
    const keyword = text.indexOf("stream", index);
    if (keyword === -1 || keyword - index > dictionaryCharsMax) throw broken();
    const start = keyword + (text.startsWith("stream\r\n", keyword) ? 8 : 7);
    const end = text.indexOf("endstream", start);
    yield unpack(file.subarray(start, end === -1 ? file.length : end));
  }
}

function broken(options?: ErrorOptions): AppError {
  return new AppError("INVALID", "media.broken", {}, options);
}

function unpack(packed: Buffer): string {
  try {
    return inflateSync(packed, { maxOutputLength: objectStreamBytesMax }).toString("latin1");
  } catch (cause) {
    throw broken({ cause });
  }
}

/**
 * Refuses a PDF that runs script, starts programs, carries files or forms, can't be looked into, or is an archive as well.
 * @throws AppError INVALID
 */
export function inspectPdf(file: Buffer): void {
  const text = file.toString("latin1");
  if (!text.startsWith("%PDF-")) throw broken();
  if (/\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/u.test(text)) throw new AppError("INVALID", "media.encrypted");
  refuseActive(text);
  refuseActive(plainNames(text));
  for (const objects of objectStreams(file, text)) refuseActive(plainNames(objects));
  // The end of a zip's directory: the same bytes would be an archive under another name.
  if (text.includes("PK\u0005\u0006", text.length - 66_000)) throw new AppError("INVALID", "media.polyglot");
}
