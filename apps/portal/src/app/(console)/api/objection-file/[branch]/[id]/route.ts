import { readObjectionFile } from "@zhibu/core/publicity/read-objection-file";
import { notFound } from "@zhibu/domain/kernel/app-error";
import { asDownload } from "@zhibu/domain/media/content-disposition";
import { objectionRefInput } from "@zhibu/domain/publicity/objection-inputs";
import { answerFileRequest, enterBranchOf } from "../../../../../../features/media/file-route.ts";

type ObjectionFileRoute = { params: Promise<{ branch: string; id: string }> };

/** A file nobody vouches for: saved, never opened here, and kept by no cache on the way. */
const guarded = {
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-store",
};

/** The file that came with an objection, for who handles it; each fetching is in the trail. */
export function GET(request: Request, { params }: ObjectionFileRoute): Promise<Response> {
  return answerFileRequest(request, async () => {
    const { branch, id } = await params;
    const ctx = await enterBranchOf(request, branch);
    const ref = objectionRefInput.safeParse({ objectionId: id });
    if (!ref.success) throw notFound();
    const { name, mime, content } = await readObjectionFile(ctx, ref.data);
    return new Response(new Uint8Array(content), {
      headers: {
        ...guarded,
        "content-type": mime,
        "content-disposition": asDownload(name),
        "content-length": String(content.length),
      },
    });
  });
}
