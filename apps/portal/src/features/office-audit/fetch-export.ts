import type { ExportTrailInput } from "@zhibu/domain/audit/trail-inputs";
import { fetchFile } from "../media/fetch-file.ts";

/** @throws FetchFileError */
export async function fetchExport(input: ExportTrailInput): Promise<{ blob: Blob; name: string; count: number }> {
  const { blob, name, headers } = await fetchFile("/api/office/audit/export", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(input),
  });
  return { blob, name, count: Number(headers.get("x-row-count") ?? 0) };
}
