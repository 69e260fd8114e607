import type { IncomingMessage, ServerResponse } from "node:http";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { ByteBoundedMap, type Sized } from "./byte-bounded-map.ts";
import { parseByteRange, sliceStream } from "./byte-range.ts";
import { answerPlainly } from "./plain-answers.ts";
import type { HeaderList } from "./security-headers.ts";

/** A stored file with the headers it travels with; `etag` is strong, for the bytes under a key never change. */
export type PublicFile = {
  key: string;
  type: string;
  disposition: string;
  etag: string;
  /** From this instant (ms) on nobody may have it; no cache keeps a copy of it before. */
  goneAt?: number;
};

export type OpenFile = (key: string) => Promise<{ stream: Readable; size: number } | null>;

/** Files up to this size are kept in memory. */
const keptBytesMax = 512 * 1024;
/** A file is nobody's document: even opened by itself it may run and load nothing. */
const filePolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";
/** The only types that are shown in a page; whatever else the database may say is saved, never shown. */
const inlineTypes = new Set(["image/webp", "image/jpeg", "image/png"]);

function headersOf(file: PublicFile, common: HeaderList, extra: HeaderList): string[] {
  const mayShow = inlineTypes.has(file.type) || file.disposition !== "inline";
  const disposition = mayShow ? file.disposition : "attachment";
  const description = ["content-type", file.type, "content-disposition", disposition, "etag", file.etag];
  const rules = [
    "cache-control",
    file.goneAt === undefined ? "no-cache" : "no-store",
    "content-security-policy",
    filePolicy,
    "accept-ranges",
    "bytes",
  ];
  return [...extra, ...description, ...rules, "cross-origin-resource-policy", "same-site", ...common];
}

/** Sends files out of the storage: 304s, single ranges, and small files from memory (at most `bytesMax` of them). */
export function fileSender(open: OpenFile, bytesMax: number, common: HeaderList) {
  const kept = new ByteBoundedMap<Sized & { body: Buffer }>(bytesMax);

  function sendWhole(file: PublicFile, body: Buffer, request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, headersOf(file, common, ["content-length", String(body.length)]));
    response.end(request.method === "HEAD" ? undefined : body);
  }

  async function sendStored(file: PublicFile, wanted: string | undefined, response: ServerResponse): Promise<void> {
    const stored = await open(file.key);
    if (stored === null) throw new Error(`the file ${file.key} is not in the storage`);
    const { stream, size } = stored;
    const { req: request } = response;
    const range = parseByteRange(wanted, size);
    if (range === "unsatisfiable") {
      stream.destroy();
      answerPlainly(response, "rangeNotSatisfiable", ["content-range", `bytes */${size}`]);
    } else if (range !== null && request.method === "GET") {
      const { start, end } = range;
      const extra = ["content-length", String(end - start + 1), "content-range", `bytes ${start}-${end}/${size}`];
      response.writeHead(206, headersOf(file, common, extra));
      await pipeline(sliceStream(stream, range), response);
    } else if (size <= keptBytesMax) {
      const body = await buffer(stream);
      kept.set(file.key, { body, bytes: body.length });
      sendWhole(file, body, request, response);
    } else {
      response.writeHead(200, headersOf(file, common, ["content-length", String(size)]));
      if (request.method === "GET") await pipeline(stream, response);
      else response.end(() => stream.destroy());
    }
  }

  return async (file: PublicFile, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { "if-none-match": known, "if-range": ifRange, range } = request.headers;
    if (known?.includes(file.etag) === true) {
      response.writeHead(304, headersOf(file, common, []));
      response.end();
      return;
    }
    const wanted = ifRange === undefined || ifRange === file.etag ? range : undefined;
    const body = wanted === undefined ? kept.get(file.key)?.body : undefined;
    if (body === undefined) await sendStored(file, wanted, response);
    else sendWhole(file, body, request, response);
  };
}
