import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import type { SheetUpload } from "@zhibu/core/media/read-sheet-upload";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { asDownload } from "@zhibu/domain/media/content-disposition";

const fileNameCharsMax = 255;

/** Nobody but a script of our own pages sends this type: a form can't, and another site's script has to ask first. */
export function assertFileBody(request: Request): void {
  if (request.headers.get("content-type") !== "application/octet-stream") throw new AppError("INVALID", "invalidInput");
}

/**
 * The Excel file a request carries as its body, with its name in `?name=`.
 * @throws AppError INVALID for a request without a name or a body
 */
export function sheetUploadOf(request: Request): SheetUpload {
  const name = new URL(request.url).searchParams.get("name") ?? "";
  if (name === "" || name.length > fileNameCharsMax) throw new AppError("INVALID", "invalidInput");
  if (!request.body) throw new AppError("INVALID", "media.empty");
  // The browser's type and Node's for the same streams differ in details that don't matter here.
  const content = Readable.fromWeb(request.body as ReadableStream<Uint8Array>);
  const declared = Number(request.headers.get("content-length") ?? Number.NaN);
  return { name, content, ...(Number.isSafeInteger(declared) ? { declaredBytes: declared } : {}) };
}

/** An Excel file as a download. */
export function sheetDownload(bytes: Uint8Array, fileName: string): Response {
  // A file of bytes; the type of its buffer is of no matter to a response.
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": asDownload(fileName),
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
