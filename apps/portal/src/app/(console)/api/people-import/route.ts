import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { previewPeopleImport } from "@zhibu/core/tenancy/people-import/preview-people-import";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { answerFileRequest, enterOfficeOf } from "../../../../features/media/file-route.ts";

const fileNameCharsMax = 255;

/**
 * `POST /api/people-import?name=` with the Excel file itself as the body: it becomes a preview, and nothing else yet.
 * Answers `{ importId }`, or `{ reason, params }`.
 */
export function POST(request: Request): Promise<Response> {
  return answerFileRequest(request, async () => {
    // No form of another site can send this type, and no script may without asking first.
    if (request.headers.get("content-type") !== "application/octet-stream")
      throw new AppError("INVALID", "invalidInput");
    const ctx = await enterOfficeOf(request);
    const name = new URL(request.url).searchParams.get("name") ?? "";
    if (name === "" || name.length > fileNameCharsMax) throw new AppError("INVALID", "invalidInput");
    if (!request.body) throw new AppError("INVALID", "media.empty");
    // The browser's type and Node's for the same streams differ in details that don't matter here.
    const content = Readable.fromWeb(request.body as ReadableStream<Uint8Array>);
    const declared = Number(request.headers.get("content-length") ?? Number.NaN);
    const size = Number.isSafeInteger(declared) ? { declaredBytes: declared } : {};
    const preview = await previewPeopleImport(ctx, { name, content, ...size });
    return Response.json(preview, { status: 201, headers: { "cache-control": "no-store" } });
  });
}
