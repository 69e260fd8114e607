import type { IncomingMessage, ServerResponse } from "node:http";
import { acceptedEncodings } from "./accept-encoding.ts";
import { headerText } from "./header-block.ts";
import type { ReadyPage } from "./ready-page.ts";

/** What a reader's request says about the form of the answer. */
export type PageWishes = { acceptEncoding: string | undefined; ifNoneMatch: string | undefined };

function isKnown(page: ReadyPage, { ifNoneMatch }: PageWishes): boolean {
  return ifNoneMatch !== undefined && page.matches(ifNoneMatch);
}

/** Sends a ready page in the reader's encoding, or a 304 when the reader has it. */
export function sendPage(request: IncomingMessage, response: ServerResponse, page: ReadyPage): void {
  const { "accept-encoding": accepted, "if-none-match": ifNoneMatch } = request.headers;
  const wishes = { acceptEncoding: Array.isArray(accepted) ? accepted.join(",") : accepted, ifNoneMatch };
  const variant = page.variant(acceptedEncodings(wishes.acceptEncoding));
  if (isKnown(page, wishes)) {
    response.writeHead(304, [...variant.ownUnchanged, ...page.common.list]);
    response.end();
    return;
  }
  response.writeHead(page.status, [...variant.own, ...page.common.list]);
  if (request.method === "HEAD") response.end();
  else response.end(variant.bytes);
}

/** A whole HTTP/1.1 answer but for the headers of the connection. */
export type WireAnswer = { head: string; body: Buffer | null };

/** The same answer as `sendPage` gives, as text and bytes for the socket. */
export function wirePage(page: ReadyPage, wishes: PageWishes): WireAnswer {
  const variant = page.variant(acceptedEncodings(wishes.acceptEncoding));
  if (isKnown(page, wishes)) {
    return { head: `HTTP/1.1 304 Not Modified\r\n${headerText(variant.ownUnchanged)}${page.common.text}`, body: null };
  }
  return { head: variant.head + page.common.text, body: variant.bytes };
}
