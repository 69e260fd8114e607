import type { ExportTrailInput } from "@zhibu/domain/audit/trail-inputs";
import type { AppErrorParams } from "@zhibu/domain/kernel/app-error";
import type { FileRefusal } from "../media/file-route.ts";
import { askToSignInAgain } from "../shell/sign-in-again-store.ts";

/** Why nothing was exported: `reason` is a key under `errors.`. */
export class ExportError extends Error {
  readonly reason: string;
  readonly params: AppErrorParams;

  constructor(reason: string, params: AppErrorParams) {
    super(reason);
    this.name = "ExportError";
    this.reason = reason;
    this.params = params;
  }
}

/** Asks for the file; when the session has ended the person signs in again and it is asked for once more. @throws ExportError */
export async function fetchExport(input: ExportTrailInput): Promise<{ blob: Blob; name: string; count: number }> {
  const answer = await ask(input);
  if (answer.status === 401 && (await askToSignInAgain())) return read(await ask(input));
  return read(answer);
}

function ask(input: ExportTrailInput): Promise<Response> {
  return fetch("/api/office/audit/export", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(input),
  }).catch(() => {
    throw new ExportError("offline", {});
  });
}

async function read(answer: Response): Promise<{ blob: Blob; name: string; count: number }> {
  if (!answer.ok) {
    // The route answers exactly this shape when it refuses; a proxy before it may not.
    const { reason, params } = (await answer.json().catch(() => ({}))) as Partial<FileRefusal>;
    throw new ExportError(reason ?? "unexpected", params ?? {});
  }
  const [, name = ""] = /filename\*=UTF-8''(\S+)/u.exec(answer.headers.get("content-disposition") ?? "") ?? [];
  return {
    blob: await answer.blob(),
    name: decodeURIComponent(name),
    count: Number(answer.headers.get("x-row-count") ?? 0),
  };
}
