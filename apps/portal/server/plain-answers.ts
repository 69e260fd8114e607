import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import messages from "../messages/zh-CN/server.json" with { type: "json" };
import { type HeaderList, readerPolicy } from "./security-headers.ts";

/** What the server says by itself, without Next: a sentence of `messages/zh-CN/server.json` and its status. */
const statuses = {
  badRequest: 400,
  foreignOrigin: 403,
  notFound: 404,
  unknownHost: 404,
  methodNotAllowed: 405,
  lengthRequired: 411,
  bodyTooLarge: 413,
  uriTooLong: 414,
  rangeNotSatisfiable: 416,
  tooManyReceipts: 429,
  pageFailed: 500,
  starting: 503,
  unavailable: 503,
} as const satisfies Partial<Record<keyof typeof messages, number>>;

export type PlainAnswer = keyof typeof statuses;

const style =
  "body{margin:20vh auto 0;max-width:32em;padding:0 1.5em;font:1.125rem/1.8 system-ui,sans-serif;color:#262626;border-top:.25em solid #b5121b}p{margin:2em 0}";
const policy = readerPolicy([createHash("sha256").update(style).digest("base64")], false);

function toHtml(sentence: string): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${sentence}</title><style>${style}</style></head><body><p>${sentence}</p></body></html>`;
}

/**
 * Ends a request with one of the server's own sentences.
 * @param extra further headers, such as `allow`
 */
export function answerPlainly(response: ServerResponse, answer: PlainAnswer, extra: HeaderList = []): void {
  const body = Buffer.from(toHtml(messages[answer]));
  send(response, statuses[answer], body, "text/html; charset=utf-8", ["content-security-policy", policy, ...extra]);
}

/** The same for programs: `{"error":{"message":…}}`, the shape in which the console's client shows a message. */
export function answerJson(response: ServerResponse, answer: PlainAnswer, extra: HeaderList = []): void {
  const body = Buffer.from(JSON.stringify({ error: { code: answer, message: messages[answer] } }));
  send(response, statuses[answer], body, "application/json; charset=utf-8", extra);
}

/** A refused body up to this size is read and thrown away: a connection that is cut while a browser still sends shows it no answer. */
const discardedBytesMax = 512 * 1024 * 1024;

function closing({ method, headers }: IncomingMessage): HeaderList {
  if (method === "GET" || method === "HEAD") return [];
  const length = Number(
    headers["content-length"] ?? (headers["transfer-encoding"] === undefined ? 0 : Number.POSITIVE_INFINITY),
  );
  return length <= discardedBytesMax ? [] : ["connection", "close"];
}

function send(response: ServerResponse, status: number, body: Buffer, contentType: string, extra: HeaderList): void {
  const later = status === 503 ? ["retry-after", "5"] : [];
  const headers = ["content-type", contentType, "content-length", String(body.length), "cache-control", "no-store"];
  const rules = ["x-content-type-options", "nosniff", ...later, ...closing(response.req)];
  response.writeHead(status, [...headers, ...rules, ...extra]);
  response.end(response.req.method === "HEAD" ? undefined : body);
}
