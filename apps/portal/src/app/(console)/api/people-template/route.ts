import { peopleTemplate } from "@zhibu/core/tenancy/people-import/people-template";
import { sheetDownload } from "../../../../features/media/excel-route.ts";
import { answerFileRequest, enterOfficeOf } from "../../../../features/media/file-route.ts";
import { templateFileName, templateWords } from "../../../../features/office-people/import/template-words.ts";

/** `GET /api/people-template`: an Excel file to fill in, with today's branches to choose from. */
export function GET(request: Request): Promise<Response> {
  return answerFileRequest(request, async () => {
    const ctx = await enterOfficeOf(request);
    return sheetDownload(await peopleTemplate(ctx, templateWords()), templateFileName);
  });
}
