import { importLimits } from "@zhibu/domain/tenancy/people-import/import-limits";
import { sendExcelFile } from "../../media/send-excel-file.ts";

/** Sends an Excel file of people and returns its preview's id. */
export async function sendPeopleFile(file: File): Promise<{ importId: string }> {
  // The route answers exactly this.
  return (await sendExcelFile("/api/people-import", file, importLimits.bytesMax)) as { importId: string };
}
