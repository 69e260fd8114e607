import { entriesTemplate } from "@zhibu/core/publicity/entries-file";
import { sheetDownload } from "../../../../../../features/media/excel-route.ts";
import { answerFileRequest, enterBranchOf } from "../../../../../../features/media/file-route.ts";
import { entriesFileName, entriesWords } from "../../../../../../features/publicity/import/entries-words.ts";
import { publicityRefOf } from "../../../../../../features/publicity/import/publicity-ref.ts";

type TemplateRoute = { params: Promise<{ branch: string; id: string }> };

/** `GET /api/publicity-template/{branch}/{list}`: an Excel file to fill in, with the columns this list may show. */
export function GET(request: Request, { params }: TemplateRoute): Promise<Response> {
  return answerFileRequest(request, async () => {
    const { branch, id } = await params;
    const ctx = await enterBranchOf(request, branch);
    return sheetDownload(await entriesTemplate(ctx, publicityRefOf(id), entriesWords()), entriesFileName);
  });
}
