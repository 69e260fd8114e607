import path from "node:path";
import { attachmentBytesMax } from "@zhibu/domain/media/media-limits";
import { importLimits } from "@zhibu/domain/tenancy/people-import/import-limits";
import type { RequestHandler } from "./capture-response.ts";
import { clientAddressReader } from "./client-address.ts";
import { consoleDoor } from "./console-door.ts";
import type { OpenFile, PublicFile } from "./file-sender.ts";
import { type Door, frontDoor } from "./front-door.ts";
import { type Health, healthDoor } from "./health.ts";
import type { Log } from "./log.ts";
import { mediaDoor } from "./media-door.ts";
import { movedDoor, type MovedDoorParts } from "./moved-door.ts";
import { nextRenderer } from "./next-renderer.ts";
import { objectionDoor, type ObjectionDoorParts } from "./objection-door.ts";
import { PageCache } from "./page-cache.ts";
import { type DirectDoor, readerDoor } from "./reader-door.ts";
import { receiptDoor, type ReceiptDoorParts } from "./receipt-door.ts";
import { readerHeaders } from "./security-headers.ts";
import type { Sites } from "./sites.ts";
import { speculationRules, speculationRulesPath } from "./speculation-rules.ts";
import { staticFiles } from "./static-files.ts";
import { viewDoor } from "./view-door.ts";

export type PortalDoorsParts = {
  sites: Sites;
  next: RequestHandler;
  /** The use cases readers reach without Next. */
  reading: {
    findMedia: (tenantId: string, mediaId: string, file: string) => Promise<PublicFile | null>;
    openFile: OpenFile;
    countView: (tenantId: string, no: number) => Promise<number | null>;
    findNewAddress: MovedDoorParts["find"];
    receiveObjection: ObjectionDoorParts["receive"];
    admitsObjection: ObjectionDoorParts["admits"];
    limitReceiptGuesses: ReceiptDoorParts["limit"];
  };
  /** Whether a header is the publicity probe's own token. */
  isProbe: (shown: string) => boolean;
  health: () => Health;
  settings: {
    appDir: string;
    development: boolean;
    scheme: "http" | "https";
    consoleOrigin: string;
    /** Scheme, host and port under which readers know a host. */
    originOf: (host: string) => string;
    trustedProxy: readonly string[];
    /** Memory for pages; pictures and files of the build take a quarter of it each on top. */
    cacheBytes: number;
  };
  log: Log;
};

const mebibyte = 1024 * 1024;

/** What a path of the console takes at most; an upload's envelope is small. */
function bodyBytesMax(urlPath: string): number {
  if (urlPath === "/api/upload") return attachmentBytesMax + mebibyte;
  return urlPath === "/api/people-import" ? importLimits.bytesMax + mebibyte : 4 * mebibyte;
}

/** While developing, style sheets and pictures of the build come from Next's own server. */
function developmentFiles(next: RequestHandler): DirectDoor {
  return (_site, urlPath, request, response) => {
    if (!urlPath.startsWith("/_next/") || urlPath.endsWith(".js")) return false;
    void Promise.resolve(next(request, response)).catch(() => response.destroy());
    return true;
  };
}

/** Puts the doors together: who answers what, with which collaborators. */
export function portalDoors(parts: PortalDoorsParts): { door: Door; cache: PageCache } {
  const { sites, next, reading, settings, log } = parts;
  const { appDir, development, scheme, consoleOrigin, cacheBytes } = settings;
  const headers = readerHeaders(scheme);
  const clientAddress = clientAddressReader(settings.trustedProxy);
  const cache = new PageCache({
    render: nextRenderer(next, { scheme, development }),
    bytesMax: development ? 0 : cacheBytes,
    headers: ["cache-control", "no-cache", ...headers],
    log,
  });
  const folders = [
    { dir: path.join(appDir, "public"), under: "/", immutable: false },
    ...(development ? [] : [{ dir: path.join(appDir, ".next/static"), under: "/_next/static/", immutable: true }]),
  ];
  const filesOf = (scripts: boolean) => staticFiles({ folders, scripts, bytesMax: cacheBytes / 4, log });
  const readersFiles = filesOf(false);
  const rules = Promise.resolve(speculationRules());
  const branches = (slug: string) => sites.branch(slug);
  const door = frontDoor({
    sites,
    health: healthDoor(parts.health),
    reader: readerDoor({
      cache,
      staticFile: (urlPath) => (urlPath === speculationRulesPath ? rules : readersFiles(urlPath)),
      directDoors: [
        mediaDoor({
          find: reading.findMedia,
          open: reading.openFile,
          branch: branches,
          bytesMax: cacheBytes / 4,
          headers,
          log,
        }),
        viewDoor({ count: reading.countView, headers, log }),
        receiptDoor({
          makeAnew: (site, urlPath) => cache.makeAnew(site, urlPath),
          limit: reading.limitReceiptGuesses,
          clientAddress,
          log,
        }),
        ...(development ? [developmentFiles(next)] : []),
      ],
      formDoors: [
        objectionDoor({
          receive: reading.receiveObjection,
          admits: reading.admitsObjection,
          clientAddress,
          headers,
          log,
        }),
      ],
      movedDoor: movedDoor({ sites, find: reading.findNewAddress, originOf: settings.originOf, headers, log }),
      isProbe: parts.isProbe,
      consoleUrl: (site) => `${consoleOrigin}/${site.slug}`,
      log,
    }),
    console: consoleDoor({
      next,
      staticFile: filesOf(true),
      origin: new URL(consoleOrigin),
      clientAddress,
      bodyBytesMax,
      development,
      log,
    }),
  });
  return { door, cache };
}
