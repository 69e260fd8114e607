import type { IncomingMessage, ServerResponse } from "node:http";
import { probeHeader } from "@zhibu/core/publicity/probe/probe-token";
import { canonicalUrl, urlLengthMax } from "./canonical-url.ts";
import { DocumentFilterError } from "./document-filter.ts";
import type { Log } from "./log.ts";
import type { PageCache } from "./page-cache.ts";
import { answerPlainly } from "./plain-answers.ts";
import { readerRoute } from "./reader-routes.ts";
import type { ReadyPage } from "./ready-page.ts";
import { sendPage } from "./send-page.ts";
import type { Site } from "./sites.ts";

/** Answers a canonical path by itself, without the page cache; returns false when the path is none of its own. */
export type DirectDoor = (site: Site, path: string, request: IncomingMessage, response: ServerResponse) => boolean;

export type ReaderDoorParts = {
  cache: PageCache;
  /** Files that are the same on every site. */
  staticFile: (path: string) => Promise<ReadyPage | null> | null;
  /** Media, view counting and the like, asked in order. */
  directDoors: readonly DirectDoor[];
  /** Forms readers send, asked in order; only of an open site, and only for POST. */
  formDoors: readonly DirectDoor[];
  /** Leads the readers of a merged branch to its new home; asked before anything else of that site. */
  movedDoor: DirectDoor;
  /** Whether a header is the token of the probe, which sees publicity lists as they are made, not as they are kept. */
  isProbe: (shown: string) => boolean;
  /** Where `/admin` of a branch leads. */
  consoleUrl: (site: Site) => string;
  log: Log;
};

/** The pages of publicity lists. */
const listPath = /^\/g\/\d+$/u;

/** The one page of a site that is suspended or archived, whatever is asked for. */
const closedPath = "/closed";

function redirect(response: ServerResponse, status: 302 | 308, location: string): void {
  response.writeHead(status, ["location", location, "content-length", "0", "cache-control", "no-cache"]);
  response.end();
}

/** Serves a site's readers: GET, HEAD and the few named forms, from ready pages wherever there is one. */
export function readerDoor(
  parts: ReaderDoorParts,
): (site: Site, request: IncomingMessage, response: ServerResponse) => void {
  const { cache, log } = parts;

  function failed(response: ServerResponse, site: Site, path: string, error: unknown): void {
    log.error("a page could not be rendered", { site: site.slug, path, error });
    if (response.headersSent) response.destroy();
    else answerPlainly(response, error instanceof DocumentFilterError ? "pageFailed" : "unavailable");
  }

  function later(
    site: Site,
    path: string,
    pending: Promise<ReadyPage | null>,
    request: IncomingMessage,
    response: ServerResponse,
  ): void {
    pending.then(
      (page) => (page === null ? answerPlainly(response, "notFound") : sendPage(request, response, page)),
      (error: unknown) => failed(response, site, path, error),
    );
  }

  function asksAnew(request: IncomingMessage): boolean {
    const shown = request.headers[probeHeader];
    return typeof shown === "string" && parts.isProbe(shown);
  }

  /** Everything that is not a ready page under its canonical address. */
  function slowly(site: Site, target: string, request: IncomingMessage, response: ServerResponse): void {
    if (target.length > urlLengthMax) return answerPlainly(response, "uriTooLong");
    const url = canonicalUrl(target);
    if (url.kind === "malformed") return answerPlainly(response, "badRequest");
    if (url.kind === "moved") return redirect(response, 308, url.location);
    const { path, query } = url;
    if (parts.movedDoor(site, path, request, response)) return;
    if (path === "/admin" && site.kind === "branch") return redirect(response, 302, parts.consoleUrl(site));
    const file = parts.staticFile(path);
    if (file !== null) return later(site, path, file, request, response);
    if (site.state !== "open") return later(site, path, cache.obtain(site, closedPath, "pages"), request, response);
    for (const door of parts.directDoors) if (door(site, path, request, response)) return;
    const route = readerRoute(site.kind, path, query);
    const anew = listPath.test(route.path) && asksAnew(request);
    const page = anew ? cache.makeAnew(site, route.path) : cache.obtain(site, route.path, route.shelf);
    later(site, route.path, page, request, response);
  }

  return (site, request, response) => {
    const { method, url = "/" } = request;
    if (method === "POST" && site.state === "open") {
      const [path = "/"] = url.split("?");
      if (url.length <= urlLengthMax && parts.formDoors.some((door) => door(site, path, request, response))) return;
    }
    if (method !== "GET" && method !== "HEAD")
      return answerPlainly(response, "methodNotAllowed", ["allow", "GET, HEAD"]);
    // Only canonical addresses are kept, so a page found under the raw target is the page of that address.
    const page = site.state === "open" && !asksAnew(request) ? cache.current(site, url) : null;
    if (page === null) slowly(site, url, request, response);
    else sendPage(request, response, page);
  };
}
