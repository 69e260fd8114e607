import { Readable } from "node:stream";
import { getStorage } from "@zhibu/core/kernel/storage";
import { getMediaFile } from "@zhibu/core/media/get-media-file";
import { notFound } from "@zhibu/domain/kernel/app-error";
import { answerFileRequest, enterBranchOf } from "../../../../../../../features/media/file-route.ts";

type MediaRoute = { params: Promise<{ branch: string; id: string; file: string }> };

/** A file is nobody's document: even opened by itself it may run and load nothing. */
const inert = {
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  // Asked about every time: whoever is signed out, or has left the branch, sees nothing any more.
  "cache-control": "private, no-cache",
};

/** The branch's own files for its people, published or not; readers have their door on the branch's host. */
export function GET(request: Request, { params }: MediaRoute): Promise<Response> {
  return answerFileRequest(request, async () => {
    const { branch, id, file } = await params;
    const { key, type, disposition, etag } = await getMediaFile(await enterBranchOf(request, branch), id, file);
    const headers = { ...inert, etag, "content-type": type, "content-disposition": disposition };
    if (request.headers.get("if-none-match")?.includes(etag)) return new Response(null, { status: 304, headers });
    const stored = await getStorage().get(key);
    if (!stored) throw notFound();
    // Node's type of web streams and the browser's differ in details that don't matter here.
    const body = Readable.toWeb(stored.stream) as ReadableStream<Uint8Array>;
    return new Response(body, { headers: { ...headers, "content-length": String(stored.size) } });
  });
}
