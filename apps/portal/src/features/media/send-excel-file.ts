import type { AppErrorParams } from "@zhibu/domain/kernel/app-error";
import { askToSignInAgain } from "../shell/sign-in-again-store.ts";

/** Why a file was not taken; `reason` is a key under `errors.`. */
export class ExcelFileError extends Error {
  readonly reason: string;
  readonly params: AppErrorParams;

  constructor(reason: string, params: AppErrorParams = {}) {
    super(reason);
    this.name = "ExcelFileError";
    this.reason = reason;
    this.params = params;
  }
}

const megabyte = 1024 * 1024;

/** Sends an Excel file to one of our routes and returns what it answers; after a session that ended it is sent once more. */
export async function sendExcelFile(path: string, file: File, bytesMax: number): Promise<unknown> {
  if (!file.name.toLowerCase().endsWith(".xlsx")) throw new ExcelFileError("import.notExcel");
  if (file.size > bytesMax) throw new ExcelFileError("media.tooLarge", { megabytesMax: bytesMax / megabyte });
  const response = await send(path, file);
  if (response.status !== 401) return read(response);
  if (!(await askToSignInAgain())) throw new ExcelFileError("signInAgain");
  return read(await send(path, file));
}

async function send(path: string, file: File): Promise<Response> {
  try {
    return await fetch(`${path}?${new URLSearchParams({ name: file.name }).toString()}`, {
      method: "POST",
      headers: { "content-type": "application/octet-stream" },
      body: file,
    });
  } catch {
    throw new ExcelFileError("offline");
  }
}

async function read(response: Response): Promise<unknown> {
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer;
  // What a proxy before us answers has neither.
  const { reason, params } = (answer ?? {}) as { reason?: string; params?: AppErrorParams };
  throw new ExcelFileError(reason ?? "unexpected", params ?? {});
}
