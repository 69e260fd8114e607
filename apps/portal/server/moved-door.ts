import type { ServerResponse } from "node:http";
import { ByteBoundedMap, type Sized } from "./byte-bounded-map.ts";
import type { Log } from "./log.ts";
import { answerPlainly } from "./plain-answers.ts";
import type { DirectDoor } from "./reader-door.ts";
import type { HeaderList } from "./security-headers.ts";
import type { Site, Sites } from "./sites.ts";

export type MovedDoorParts = {
  sites: Pick<Sites, "byId">;
  /** Where an article of a merged branch stands now; `null` for one that readers never saw or that is still on its way. */
  find: (tenantId: string, no: number) => Promise<{ to: string; no: number } | null>;
  /** Scheme, host and port under which readers know a host. */
  originOf: (host: string) => string;
  headers: HeaderList;
  log: Log;
};

const articlePath = /^\/a\/(?<no>[1-9]\d{0,8})$/u;
/** What a program asks for by name has the same name in the new home; media keep their ids. */
const sameThere = /^\/(?:media\/|(?:feed|sitemap)\.xml$|robots\.txt$)/u;

const addressBytes = 200;
const addressesBytesMax = 1024 * 1024;

type Known = Sized & { version: number; path: string | null };

/** A merged branch's new home, through every further merge; `undefined` when the directory does not know it yet. */
function homeOf(sites: Pick<Sites, "byId">, site: Site): Site | undefined {
  const seen = new Set<Site>();
  let home: Site | undefined = site;
  while (home?.merge) {
    if (seen.has(home)) return undefined;
    seen.add(home);
    home = sites.byId(home.merge.intoId);
  }
  return home;
}

/**
 * Leads readers of a merged branch on, for good: an article's address to the article, everything else to the new front
 * page. While articles are on their way the site says so by its notice, which is not this door's.
 */
export function movedDoor({ sites, find, originOf, headers, log }: MovedDoorParts): DirectDoor {
  const known = new ByteBoundedMap<Known>(addressesBytesMax);

  function lead(response: ServerResponse, location: string): void {
    const description = ["location", location, "content-length", "0", "cache-control", "max-age=3600"];
    response.writeHead(301, [...description, ...headers]);
    response.end();
  }

  /** Absolute address of an article's new place. */
  async function newPlace(site: Site, no: number): Promise<string | null> {
    const key = `${site.id}/${no}`;
    const before = known.get(key);
    if (before !== undefined && before.version >= site.version) return before.path;
    const { version } = site;
    const place = await find(site.id, no);
    const there = place === null ? undefined : sites.byId(place.to);
    const path = place === null || there === undefined ? null : `${originOf(there.host)}/a/${place.no}`;
    known.set(key, { version, path, bytes: addressBytes });
    return path;
  }

  return (site, path, _request, response) => {
    const { merge } = site;
    const home = merge?.isComplete ? homeOf(sites, site) : undefined;
    if (home === undefined) return false;
    const front = originOf(home.host);
    const no = articlePath.exec(path)?.groups?.["no"];
    if (no === undefined) {
      lead(response, sameThere.test(path) ? front + path : `${front}/`);
      return true;
    }
    newPlace(site, Number(no)).then(
      (place) => lead(response, place ?? `${front}/`),
      (error: unknown) => {
        log.error("an old address could not be looked up", { site: site.slug, path, error });
        answerPlainly(response, "unavailable");
      },
    );
    return true;
  };
}
