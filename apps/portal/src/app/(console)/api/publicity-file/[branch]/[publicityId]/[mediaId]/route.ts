import { Readable } from "node:stream";
import { getStorage } from "@zhibu/core/kernel/storage";
import { getPublicityFile } from "@zhibu/core/publicity/get-publicity-file";
import { notFound } from "@zhibu/domain/kernel/app-error";
import { answerFileRequest, enterBranchOf } from "../../../../../../../features/media/file-route.ts";

type PublicityFileRoute = { params: Promise<{ branch: string; publicityId: string; mediaId: string }> };

/** Names may stand in it: no cache keeps it, no page shows it, and even opened by itself it runs and loads nothing. */
const guarded = {
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
};

/** A file of a publicity list for the branch's people; of a list that is over, for who may read the archive. */
export function GET(request: Request, { params }: PublicityFileRoute): Promise<Response> {
  return answerFileRequest(request, async () => {
    const { branch, publicityId, mediaId } = await params;
    const { key, type, disposition } = await getPublicityFile(
      await enterBranchOf(request, branch),
      publicityId,
      mediaId,
    );
    const stored = await getStorage().get(key);
    if (!stored) throw notFound();
    const headers = { ...guarded, "content-type": type, "content-disposition": disposition };
    // Node's type of web streams and the browser's differ in details that don't matter here.
    const body = Readable.toWeb(stored.stream) as ReadableStream<Uint8Array>;
    return new Response(body, { headers: { ...headers, "content-length": String(stored.size) } });
  });
}
