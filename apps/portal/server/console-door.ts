import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestHandler } from "./capture-response.ts";
import { ownHeaders, scrubHeaders } from "./console-headers.ts";
import type { Door } from "./front-door.ts";
import type { Log } from "./log.ts";
import { internalPrefixes } from "./next-renderer.ts";
import { answerJson, answerPlainly, type PlainAnswer } from "./plain-answers.ts";
import type { ReadyPage } from "./ready-page.ts";
import { consoleHeaders, consolePolicy, inertPolicy } from "./security-headers.ts";
import { sendPage } from "./send-page.ts";

export type ConsoleDoorParts = {
  next: RequestHandler;
  staticFile: (path: string) => Promise<ReadyPage | null> | null;
  /** Scheme, host and port under which browsers know the console. */
  origin: URL;
  clientAddress: (request: IncomingMessage) => string;
  /** Largest body a path takes, in bytes. */
  bodyBytesMax: (path: string) => number;
  development: boolean;
  log: Log;
};

const readMethods = new Set(["GET", "HEAD"]);
const writeMethods = new Set(["POST", "PUT", "PATCH", "DELETE"]);
const allowed = [...readMethods, ...writeMethods].join(", ");

/** The path as Next might come to understand it, or null when two layers could disagree about it. */
function settledPath(target: string): string | null {
  try {
    const path = decodeURIComponent(target.split("?", 1)[0] ?? "");
    // oxlint-disable-next-line no-control-regex -- control characters are the point
    if (!path.startsWith("/") || /[\u0000-\u001f\u007f\\%]|\/\/|\/\.{1,2}(?:\/|$)/u.test(path)) return null;
    return path;
  } catch {
    return null;
  }
}

/** Pages Next makes at build time, whose scripts carry no nonce; what is missing has a page of the console's own. */
const builtPages = ["/_not-found", "/_global-error"];

function isInternal(path: string): boolean {
  return [...Object.values(internalPrefixes), ...builtPages].some(
    (prefix) => path === prefix || path.startsWith(`${prefix}/`),
  );
}

/**
 * Serves the console's host: sign-in, screens and API. It refuses what only another site's page would send, scrubs
 * the headers, gives each page a policy with a nonce of its own, and leaves the rest to Next.
 */
export function consoleDoor(parts: ConsoleDoorParts): Door {
  const { origin, development, log } = parts;
  const scheme = origin.protocol === "https:" ? "https" : "http";
  const fixedHeaders = consoleHeaders(scheme);

  /** Why a request that changes something is not let in, if so. */
  function objection(request: IncomingMessage, path: string): PlainAnswer | null {
    if (request.headers.origin !== origin.origin) return "foreignOrigin";
    const length = request.headers["content-length"];
    if (length === undefined) return request.headers["transfer-encoding"] === undefined ? null : "lengthRequired";
    return Number(length) > parts.bodyBytesMax(path) ? "bodyTooLarge" : null;
  }

  /** What `/api` answers is data or a file, never a document: opened by itself it may run and load nothing. */
  function policyOf(path: string): string {
    return path.startsWith("/api/") ? inertPolicy : consolePolicy(randomBytes(16).toString("base64"), development);
  }

  function pass(request: IncomingMessage, response: ServerResponse, path: string): void {
    const policy = policyOf(path);
    const address = parts.clientAddress(request);
    for (let index = 0; index + 1 < fixedHeaders.length; index += 2) {
      response.setHeader(fixedHeaders[index] ?? "", fixedHeaders[index + 1] ?? "");
    }
    response.setHeader("content-security-policy", policy);
    const known = {
      host: origin.host,
      "x-forwarded-host": origin.host,
      "x-forwarded-proto": scheme,
      "x-forwarded-for": address,
      [ownHeaders.clientAddress]: address,
      [ownHeaders.path]: request.url ?? "/",
      "content-security-policy": policy,
    };
    scrubHeaders(request, known, development);
    Promise.resolve(parts.next(request, response)).catch((error: unknown) => {
      log.error("the console failed to answer", { url: request.url, error });
      if (response.headersSent) response.destroy();
      else (request.url?.startsWith("/api/") === true ? answerJson : answerPlainly)(response, "pageFailed");
    });
  }

  return (request, response) => {
    const { method = "", url = "/" } = request;
    const reads = readMethods.has(method);
    const path = settledPath(url);
    if (path === null) return answerPlainly(response, "badRequest");
    if (!reads && !writeMethods.has(method)) return answerPlainly(response, "methodNotAllowed", ["allow", allowed]);
    if (isInternal(path)) return answerPlainly(response, "notFound");
    const refusal = reads ? null : objection(request, path);
    if (refusal !== null) return answerJson(response, refusal);
    const file = reads ? parts.staticFile(path) : null;
    if (file === null) return pass(request, response, path);
    file.then(
      (page) => (page === null ? answerPlainly(response, "notFound") : sendPage(request, response, page)),
      (error: unknown) => {
        log.error("a file could not be read", { path, error });
        answerPlainly(response, "pageFailed");
      },
    );
  };
}
