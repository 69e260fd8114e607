import { readFile } from "node:fs/promises";
import { AppError } from "@zhibu/domain/kernel/app-error";
import type { SheetRow } from "@zhibu/domain/kernel/sheet-cell";
import { readFileName } from "@zhibu/domain/media/file-name";
import { readSpreadsheet } from "../kernel/spreadsheet.ts";
import { inspectUpload } from "./inspect-upload.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { tooLarge, withReceivedFile } from "./receive-upload.ts";

export type SheetUpload = {
  /** What the client calls the file: a claim. */
  name: string;
  content: AsyncIterable<Uint8Array>;
  declaredBytes?: number;
};

/** A workbook takes many times its size in memory: one at a time, whoever sends it. */
const read = oneAtATime();

/**
 * Reads the first visible sheet of an uploaded Excel file: as many rows as asked for and one more.
 * @throws AppError TOO_LARGE, or INVALID when the file is no workbook.
 */
export async function readSheetUpload(
  file: SheetUpload,
  { bytesMax, ...limits }: { bytesMax: number; rowsMax: number; columnsMax: number },
): Promise<SheetRow[]> {
  const claimed = readFileName(file.name, "attachment");
  if (claimed.format !== "xlsx") throw new AppError("INVALID", "import.notExcel");
  if ((file.declaredBytes ?? 0) > bytesMax) throw tooLarge(bytesMax);
  return withReceivedFile(file.content, bytesMax, ({ path }) =>
    read(async () => {
      await inspectUpload(path, claimed);
      const bytes = await readFile(path);
      try {
        return await readSpreadsheet(bytes, limits);
      } catch (cause) {
        throw new AppError("INVALID", "import.unreadable", {}, { cause });
      }
    }),
  );
}
