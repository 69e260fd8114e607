import { previewPeopleImport } from "@zhibu/core/tenancy/people-import/preview-people-import";
import { assertFileBody, sheetUploadOf } from "../../../../features/media/excel-route.ts";
import { answerFileRequest, enterOfficeOf } from "../../../../features/media/file-route.ts";

/**
 * `POST /api/people-import?name=` with the Excel file itself as the body: it becomes a preview, and nothing else yet.
 * Answers `{ importId }`, or `{ reason, params }`.
 */
export function POST(request: Request): Promise<Response> {
  return answerFileRequest(request, async () => {
    assertFileBody(request);
    const ctx = await enterOfficeOf(request);
    const preview = await previewPeopleImport(ctx, sheetUploadOf(request));
    return Response.json(preview, { status: 201, headers: { "cache-control": "no-store" } });
  });
}
