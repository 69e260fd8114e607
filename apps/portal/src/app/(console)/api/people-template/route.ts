import { peopleTemplate } from "@zhibu/core/tenancy/people-import/people-template";
import { asDownload } from "@zhibu/domain/media/content-disposition";
import { answerFileRequest, enterOfficeOf } from "../../../../features/media/file-route.ts";
import { templateFileName, templateWords } from "../../../../features/office-people/import/template-words.ts";

/** `GET /api/people-template`: an Excel file to fill in, with today's branches to choose from. */
export function GET(request: Request): Promise<Response> {
  return answerFileRequest(request, async () => {
    const ctx = await enterOfficeOf(request);
    const bytes = await peopleTemplate(ctx, templateWords());
    // A file of bytes; the type of its buffer is of no matter to a response.
    return new Response(bytes as Uint8Array<ArrayBuffer>, {
      headers: {
        "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "content-disposition": asDownload(templateFileName),
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
      },
    });
  });
}
