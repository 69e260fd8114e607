import type { AppErrorParams } from "@zhibu/domain/kernel/app-error";
import { askToSignInAgain } from "../shell/sign-in-again-store.ts";
import type { FileRefusal } from "./file-route.ts";

/** Why there is no file: `reason` is a key under `errors.`. */
export class FetchFileError extends Error {
  readonly reason: string;
  readonly params: AppErrorParams;

  constructor(reason: string, params: AppErrorParams) {
    super(reason);
    this.name = "FetchFileError";
    this.reason = reason;
    this.params = params;
  }
}

export type FetchedFile = { blob: Blob; name: string; headers: Headers };

/** Asks for a file; when the session has ended the person signs in again and it is asked for once more. @throws FetchFileError */
export async function fetchFile(address: string, init: RequestInit = {}): Promise<FetchedFile> {
  const answer = await ask(address, init);
  if (answer.status === 401 && (await askToSignInAgain())) return read(await ask(address, init));
  return read(answer);
}

function ask(address: string, init: RequestInit): Promise<Response> {
  return fetch(address, init).catch(() => {
    throw new FetchFileError("offline", {});
  });
}

async function read(answer: Response): Promise<FetchedFile> {
  if (!answer.ok) {
    // The routes answer exactly this shape when they refuse; a proxy before them may not.
    const { reason, params } = (await answer.json().catch(() => ({}))) as Partial<FileRefusal>;
    throw new FetchFileError(reason ?? "unexpected", params ?? {});
  }
  const { headers } = answer;
  const [, name = ""] = /filename\*=UTF-8''(\S+)/u.exec(headers.get("content-disposition") ?? "") ?? [];
  return { blob: await answer.blob(), name: decodeURIComponent(name), headers };
}
