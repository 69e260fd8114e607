import type { IncomingMessage, ServerResponse } from "node:http";
import { acceptedEncodings } from "./accept-encoding.ts";
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

/** The same answer as `sendPage` gives, as bytes for a connection that stays open. */
export function wirePage(page: ReadyPage, wishes: PageWishes): Buffer {
  const variant = page.variant(acceptedEncodings(wishes.acceptEncoding));
  return isKnown(page, wishes) ? page.unchangedOnWire(variant).bytes() : variant.onWire.bytes();
}
