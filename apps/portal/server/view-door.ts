import type { ServerResponse } from "node:http";
import type { Log } from "./log.ts";
import type { DirectDoor } from "./reader-door.ts";
import { type HeaderList, inertPolicy } from "./security-headers.ts";

export type ViewDoorParts = {
  /** Counts one view of an article and returns the new total; `null` for what readers can't see. */
  count: (tenantId: string, no: number) => Promise<number | null>;
  headers: HeaderList;
  log: Log;
};

const counterPath = /^\/views\/([1-9]\d{0,8})\.svg$/u;

/** Views beyond this many at once go uncounted: a flood of them must not keep writers from the database. */
const countingMax = 16;

function picture(text: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="56" height="20" viewBox="0 0 56 20"><text y="15" font-size="14" font-family="system-ui,sans-serif" fill="#57504a">${text}</text></svg>`;
}

/**
 * `/views/{no}.svg` of a branch: the picture in an article that counts its views and shows the number.
 * It is never cached; while it can't be counted it shows a dash.
 */
export function viewDoor({ count, headers, log }: ViewDoorParts): DirectDoor {
  let counting = 0;

  async function total(tenantId: string, no: number): Promise<number | null> {
    if (counting >= countingMax) return null;
    counting += 1;
    try {
      return await count(tenantId, no);
    } catch (error) {
      log.warn("a view could not be counted", { error });
      return null;
    } finally {
      counting -= 1;
    }
  }

  function send(response: ServerResponse, views: number | null): void {
    const body = Buffer.from(picture(views === null ? "–" : String(views)));
    const description = ["content-type", "image/svg+xml", "content-length", String(body.length)];
    const rules = ["cache-control", "no-store", "content-security-policy", inertPolicy];
    response.writeHead(200, [...description, ...rules, ...headers]);
    response.end(response.req.method === "HEAD" ? undefined : body);
  }

  return (site, path, request, response) => {
    const no = site.kind === "branch" ? counterPath.exec(path)?.[1] : undefined;
    if (no === undefined) return false;
    if (request.method === "HEAD") send(response, null);
    else void total(site.id, Number(no)).then((views) => send(response, views));
    return true;
  };
}
