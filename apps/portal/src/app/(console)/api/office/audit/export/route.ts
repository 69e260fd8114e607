import { getTranslations } from "next-intl/server";
import { exportTrail } from "@zhibu/core/audit/export-trail";
import { streamCsv, streamXlsx } from "@zhibu/core/kernel/stream-table";
import { exportTrailInput, type ExportTrailInput } from "@zhibu/domain/audit/trail-inputs";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { answerFileRequest, enterOfficeOf } from "../../../../../../features/media/file-route.ts";
import { exportTable } from "../../../../../../features/office-audit/export-table.ts";

const writers = {
  xlsx: { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", write: streamXlsx },
  csv: { type: "text/csv; charset=utf-8", write: streamCsv },
} as const;

async function readInput(request: Request): Promise<ExportTrailInput> {
  // No form of another site can send this type, and no script may without asking first.
  const isJson = request.headers.get("content-type") === "application/json";
  const input = exportTrailInput.safeParse(isJson ? await request.json().catch(() => null) : null);
  if (!input.success) throw new AppError("INVALID", "invalidInput");
  return input.data;
}

/** `POST /api/office/audit/export` with a filter and a format as JSON: the file, made while it is sent, or `{ reason, params }`. */
export function POST(request: Request): Promise<Response> {
  return answerFileRequest(request, async () => {
    const ctx = await enterOfficeOf(request);
    const input = await readInput(request);
    const { count, items } = await exportTrail(ctx, input);
    const t = await getTranslations("office-audit.export");
    const { type, write } = writers[input.format];
    const name = `${t("fileName", { day: shanghaiDay(ctx.now()) })}.${input.format}`;
    return new Response(write(await exportTable(items)), {
      headers: {
        "content-type": type,
        "content-disposition": `attachment; filename="audit.${input.format}"; filename*=UTF-8''${encodeURIComponent(name)}`,
        "x-content-type-options": "nosniff",
        "x-row-count": String(count),
        "cache-control": "no-store",
      },
    });
  });
}
