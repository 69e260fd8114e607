import type { AppErrorParams } from "@zhibu/domain/kernel/app-error";
import { importLimits } from "@zhibu/domain/tenancy/people-import/import-limits";
import { askToSignInAgain } from "../../shell/sign-in-again-store.ts";

/** Why a file was not taken; `reason` is a key under `errors.`. */
export class PeopleFileError extends Error {
  readonly reason: string;
  readonly params: AppErrorParams;

  constructor(reason: string, params: AppErrorParams = {}) {
    super(reason);
    this.name = "PeopleFileError";
    this.reason = reason;
    this.params = params;
  }
}

const megabyte = 1024 * 1024;

/** Sends an Excel file of people and returns its preview's id; after a session that ended it is sent once more. */
export async function sendPeopleFile(file: File): Promise<{ importId: string }> {
  const megabytesMax = importLimits.bytesMax / megabyte;
  if (!file.name.toLowerCase().endsWith(".xlsx")) throw new PeopleFileError("import.notExcel");
  if (file.size > importLimits.bytesMax) throw new PeopleFileError("media.tooLarge", { megabytesMax });
  const response = await send(file);
  if (response.status !== 401) return read(response);
  if (!(await askToSignInAgain())) throw new PeopleFileError("signInAgain");
  return read(await send(file));
}

async function send(file: File): Promise<Response> {
  try {
    return await fetch(`/api/people-import?${new URLSearchParams({ name: file.name }).toString()}`, {
      method: "POST",
      headers: { "content-type": "application/octet-stream" },
      body: file,
    });
  } catch {
    throw new PeopleFileError("offline");
  }
}

async function read(response: Response): Promise<{ importId: string }> {
  const answer: unknown = await response.json().catch(() => null);
  // The route answers exactly these two shapes.
  if (response.status === 201) return answer as { importId: string };
  // What a proxy before us answers has neither.
  const { reason, params } = (answer ?? {}) as { reason?: string; params?: AppErrorParams };
  throw new PeopleFileError(reason ?? "unexpected", params ?? {});
}
