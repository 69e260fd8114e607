import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import superjson from "superjson";
import { uploadMedia } from "@zhibu/core/media/upload-media";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { uploadQuerySchema } from "@zhibu/domain/media/media-inputs";
import { answerFileRequest, enterBranchOf } from "../../../../features/media/file-route.ts";

function readQuery(request: Request) {
  const query = uploadQuerySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) throw new AppError("INVALID", "invalidInput");
  return query.data;
}

function bodyOf(request: Request): Readable {
  if (!request.body) throw new AppError("INVALID", "media.empty");
  // The browser's type and Node's for the same streams differ in details that don't matter here.
  return Readable.fromWeb(request.body as ReadableStream<Uint8Array>);
}

/**
 * `POST /api/upload?branch=&name=&kind=&purpose=` with the file itself as the body: it is written to disk as it arrives.
 * Answers the item of the library (superjson), or `{ reason, params }`.
 */
export function POST(request: Request): Promise<Response> {
  return answerFileRequest(request, async () => {
    // No form of another site can send this type, and no script may without asking first.
    if (request.headers.get("content-type") !== "application/octet-stream")
      throw new AppError("INVALID", "invalidInput");
    const { branch, name, kind, purpose } = readQuery(request);
    const ctx = await enterBranchOf(request, branch);
    const declared = Number(request.headers.get("content-length") ?? Number.NaN);
    const size = Number.isSafeInteger(declared) ? { declaredBytes: declared } : {};
    const item = await uploadMedia(ctx, { kind, purpose, name, content: bodyOf(request), ...size });
    return Response.json(superjson.serialize(item), { status: 201, headers: { "cache-control": "no-store" } });
  });
}
