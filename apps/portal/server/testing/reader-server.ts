import type { Server } from "node:http";
import { installFastLane } from "../fast-lane.ts";
import { frontDoor } from "../front-door.ts";
import { healthDoor } from "../health.ts";
import { laneAnswer } from "../lane-answer.ts";
import type { Log } from "../log.ts";
import { movedDoor, type MovedDoorParts } from "../moved-door.ts";
import { PageCache, type RenderPage } from "../page-cache.ts";
import { type DirectDoor, readerDoor } from "../reader-door.ts";
import { readerHeaders } from "../security-headers.ts";
import type { Sites } from "../sites.ts";
import { serve, type Served } from "./serve.ts";
import { someSites } from "./sites.ts";

export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };

export const longText = "基层党组织建设网站专栏管理工作的实施意见。".repeat(60);

/** A page that says which site and path it is; 404 where a real one would not exist. */
export const plainRender: RenderPage = (site, path) =>
  Promise.resolve({
    status: path === "/404" || path.startsWith("/a/9") ? 404 : path === "/closed" ? 503 : 200,
    contentType: "text/html; charset=utf-8",
    headers: ["content-security-policy", "script-src 'none'"],
    body: Buffer.from(`<title>${site.slug}${path}@${site.version}</title>${longText}`),
  });

export type ReaderServer = Served & { cache: PageCache; sites: Sites };

/** The readers' side of the portal with a renderer of the test's, over real HTTP. */
export async function readerServer(
  parts: {
    render?: RenderPage;
    lane?: boolean;
    directDoors?: readonly DirectDoor[];
    formDoors?: readonly DirectDoor[];
    /** Where articles of merged branches stand now. */
    findNewAddress?: MovedDoorParts["find"];
    bytesMax?: number;
    isProbe?: (shown: string) => boolean;
  } = {},
): Promise<ReaderServer> {
  const sites = someSites();
  const cache = new PageCache({
    render: parts.render ?? plainRender,
    bytesMax: parts.bytesMax ?? 16 * 1024 * 1024,
    headers: ["cache-control", "no-cache", ...readerHeaders("http")],
    log: silentLog,
  });
  const door = frontDoor({
    sites,
    health: healthDoor(() => ({ status: "ok" })),
    reader: readerDoor({
      cache,
      staticFile: () => null,
      directDoors: parts.directDoors ?? [],
      formDoors: parts.formDoors ?? [],
      movedDoor: movedDoor({
        sites,
        find: parts.findNewAddress ?? (() => Promise.resolve(null)),
        originOf: (host) => `http://${host}`,
        headers: readerHeaders("http"),
        log: silentLog,
      }),
      isProbe: parts.isProbe ?? (() => false),
      consoleUrl: (site) => `http://console.localhost/${site.slug}`,
      log: silentLog,
    }),
    console: (_request, response) => response.end("console"),
  });
  const withLane = (server: Server) => void installFastLane(server, laneAnswer(sites, cache));
  const served = await serve(door, parts.lane === true ? withLane : undefined);
  return { ...served, cache, sites };
}
