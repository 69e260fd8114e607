import type { Door } from "./front-door.ts";

export type Health = {
  /** `starting` until the database is migrated and pages can be rendered; `degraded` while the database is away. */
  status: "ok" | "starting" | "degraded";
} & Readonly<Record<string, string | number>>;

/** 200 when everything works, 503 otherwise; readers may well be served from the cache all the same. */
export function healthDoor(read: () => Health): Door {
  return (request, response) => {
    const health = read();
    const body = Buffer.from(JSON.stringify(health));
    response.writeHead(health.status === "ok" ? 200 : 503, [
      "content-type",
      "application/json; charset=utf-8",
      "content-length",
      String(body.length),
      "cache-control",
      "no-store",
      "x-content-type-options",
      "nosniff",
    ]);
    response.end(request.method === "HEAD" ? undefined : body);
  };
}
