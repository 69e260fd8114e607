import type { LaneAnswer } from "./fast-lane.ts";
import type { PageCache } from "./page-cache.ts";
import { wirePage } from "./send-page.ts";
import type { Sites } from "./sites.ts";

/** What the fast lane may answer: pages of open sites that are ready and current, asked for by their canonical address. */
export function laneAnswer(sites: Pick<Sites, "find">, cache: PageCache): LaneAnswer {
  return (request) => {
    const destination = sites.find(request.host);
    if (destination?.kind !== "site" || destination.site.state !== "open") return null;
    const page = cache.current(destination.site, request.target);
    return page === null ? null : wirePage(page, request);
  };
}
