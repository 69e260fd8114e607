import type { IncomingMessage, ServerResponse } from "node:http";
import { answerPlainly } from "./plain-answers.ts";
import type { Site, Sites } from "./sites.ts";

export type Door = (request: IncomingMessage, response: ServerResponse) => void;

export type FrontDoorParts = {
  sites: Pick<Sites, "find">;
  reader: (site: Site, request: IncomingMessage, response: ServerResponse) => void;
  console: Door;
  health: Door;
};

/** The path that answers on every host, unknown ones included: probes come by address, not by name. */
export const healthPath = "/api/health";

/**
 * Decides by the `Host` header alone who answers. This is the one place where a host is read:
 * below it a site is an argument. Unknown hosts are refused without a look-up anywhere.
 */
export function frontDoor(parts: FrontDoorParts): Door {
  return (request, response) => {
    if (request.url === healthPath) return parts.health(request, response);
    const destination = parts.sites.find(request.headers.host);
    if (destination === null) return answerPlainly(response, "unknownHost");
    if (destination.kind === "site") return parts.reader(destination.site, request, response);
    parts.console(request, response);
  };
}
