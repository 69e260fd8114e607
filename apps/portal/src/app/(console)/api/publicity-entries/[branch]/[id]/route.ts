import { previewEntries } from "@zhibu/core/publicity/entries-file";
import { assertFileBody, sheetUploadOf } from "../../../../../../features/media/excel-route.ts";
import { answerFileRequest, enterBranchOf } from "../../../../../../features/media/file-route.ts";
import { publicityRefOf } from "../../../../../../features/publicity/import/publicity-ref.ts";

type EntriesRoute = { params: Promise<{ branch: string; id: string }> };

/**
 * `POST /api/publicity-entries/{branch}/{list}?name=` with the Excel file itself as the body: it is read, judged and
 * forgotten. Answers its people, or what is wrong with them; `{ reason, params }` when it can't be read.
 */
export function POST(request: Request, { params }: EntriesRoute): Promise<Response> {
  return answerFileRequest(request, async () => {
    assertFileBody(request);
    const { branch, id } = await params;
    const ctx = await enterBranchOf(request, branch);
    const preview = await previewEntries(ctx, publicityRefOf(id), sheetUploadOf(request));
    return Response.json(preview, { headers: { "cache-control": "no-store" } });
  });
}
