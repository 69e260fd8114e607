import superjson, { type SuperJSONResult } from "superjson";
import type { MediaItem } from "@zhibu/core/media/media-item";
import { AppError, type AppErrorParams } from "@zhibu/domain/kernel/app-error";
import { fileFormats, formatOfSuffix, type MediaKind, type MediaPurpose } from "@zhibu/domain/media/file-formats";
import { cleanFileName, readFileName } from "@zhibu/domain/media/file-name";
import { bytesMax, inMegabytes } from "@zhibu/domain/media/media-limits";
import { askToSignInAgain } from "../shell/sign-in-again-store.ts";
import type { FileRefusal } from "./file-route.ts";

/** Why a file was not taken: `reason` is a key under `errors.`. */
export class UploadError extends Error {
  readonly reason: string;
  readonly params: AppErrorParams;
  /** The answer's status; 0 when none came, `null` when the file was refused before it was sent. */
  readonly status: number | null;

  constructor(reason: string, params: AppErrorParams, status: number | null) {
    super(reason);
    this.name = "UploadError";
    this.reason = reason;
    this.params = params;
    this.status = status;
  }
}

export type UploadRequest = {
  branch: string;
  kind: MediaKind;
  /** The library unless said. */
  purpose?: MediaPurpose | undefined;
  file: File;
  /** 0 to 1 while the file travels; 1 means the server has it and is looking at it. */
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
};

/** Whether a file goes among the pictures or the attachments, by its suffix; the server looks at the content. */
export function kindOfFile(file: File): MediaKind {
  const suffix = cleanFileName(file.name).split(".").at(-1)?.toLowerCase() ?? "";
  const format = formatOfSuffix(suffix);
  return format === null ? (file.type.startsWith("image/") ? "picture" : "attachment") : fileFormats[format].kind;
}

/** What the server would refuse anyway, said before anything is sent. @throws UploadError */
function checkBeforeSending({ kind, file }: UploadRequest): void {
  try {
    readFileName(file.name, kind);
  } catch (error) {
    if (error instanceof AppError) throw new UploadError(error.reason, error.params, null);
    throw error;
  }
  if (file.size === 0) throw new UploadError("media.empty", {}, null);
  if (file.size > bytesMax[kind])
    throw new UploadError("media.tooLarge", { megabytesMax: inMegabytes(bytesMax[kind]) }, null);
}

/**
 * Sends one file into a branch's library. When the session has ended the person signs in again and it is sent once more.
 * @throws UploadError with a reason; DOMException `AbortError` when `signal` was aborted.
 */
export async function uploadFile(request: UploadRequest): Promise<MediaItem> {
  checkBeforeSending(request);
  try {
    return await send(request);
  } catch (error) {
    if (!(error instanceof UploadError) || error.status !== 401 || !(await askToSignInAgain())) throw error;
    return send(request);
  }
}

function send({ branch, kind, purpose = "library", file, onProgress, signal }: UploadRequest): Promise<MediaItem> {
  const { promise, resolve, reject } = Promise.withResolvers<MediaItem>();
  // `fetch` can't tell how far an upload is.
  const xhr = new XMLHttpRequest();
  const abort = (): void => xhr.abort();
  xhr.open("POST", `/api/upload?${new URLSearchParams({ branch, kind, purpose, name: file.name }).toString()}`);
  xhr.setRequestHeader("content-type", "application/octet-stream");
  xhr.upload.addEventListener("progress", (event) =>
    onProgress?.(event.lengthComputable ? event.loaded / event.total : 0),
  );
  xhr.upload.addEventListener("load", () => onProgress?.(1));
  xhr.addEventListener("load", () => {
    if (xhr.status === 201) resolve(readItem(xhr.responseText));
    else reject(readRefusal(xhr));
  });
  xhr.addEventListener("error", () => reject(new UploadError("media.offline", {}, 0)));
  xhr.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
  signal?.addEventListener("abort", abort, { once: true });
  if (signal?.aborted) abort();
  else xhr.send(file);
  return promise.finally(() => signal?.removeEventListener("abort", abort));
}

function readItem(text: string): MediaItem {
  // The route answers exactly this shape with status 201.
  return superjson.deserialize<MediaItem>(JSON.parse(text) as SuperJSONResult);
}

/** What a status means where no reason came along. */
const reasonOfStatus: Readonly<Record<number, string>> = {
  403: "forbidden",
  413: "media.tooLargeForServer",
  503: "media.storageAway",
};

/** The front door, or a proxy before it, answers in its own words: those have no reason. */
function readRefusal({ status, responseText }: XMLHttpRequest): UploadError {
  try {
    // The route answers exactly this shape when it refuses; anything else lacks a reason.
    const { reason, params } = JSON.parse(responseText) as Partial<FileRefusal>;
    if (typeof reason === "string") return new UploadError(reason, params ?? {}, status);
  } catch {
    // Not ours.
  }
  return new UploadError(reasonOfStatus[status] ?? "unexpected", {}, status);
}
