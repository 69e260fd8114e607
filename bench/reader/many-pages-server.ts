/** The portal's doors before 1,000 branches of 50 ready pages each, without database and Next. Run as: page file, port. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { installFastLane } from "../../apps/portal/server/fast-lane.ts";
import { frontDoor } from "../../apps/portal/server/front-door.ts";
import { healthDoor } from "../../apps/portal/server/health.ts";
import { laneAnswer } from "../../apps/portal/server/lane-answer.ts";
import { jsonLog } from "../../apps/portal/server/log.ts";
import { PageCache } from "../../apps/portal/server/page-cache.ts";
import { readerDoor } from "../../apps/portal/server/reader-door.ts";
import { readerHeaders } from "../../apps/portal/server/security-headers.ts";
import { type SiteRow, Sites } from "../../apps/portal/server/sites.ts";
import { branchCount, pagesPerBranch } from "./many-pages-size.ts";

const [file = "", port = "0"] = process.argv.slice(2);
const html = readFileSync(file, "utf8");
const log = jsonLog((line) => process.stderr.write(line));

const sites = new Sites("localhost");
sites.replaceAll(
  Array.from({ length: branchCount }, (_, index): SiteRow => {
    const id = `0199a000-0000-7000-8000-${String(index).padStart(12, "0")}`;
    return { id, kind: "branch", slug: `b${index}`, state: "open", version: 1, removalVersion: 1, customDomain: null };
  }),
);

const cache = new PageCache({
  // Each page has words of its own, or its bytes would be the same memory.
  render: (site, path) =>
    Promise.resolve({
      status: 200,
      contentType: "text/html; charset=utf-8",
      headers: ["content-security-policy", "default-src 'none'"],
      body: Buffer.from(html.replace("</body>", `<p>${site.slug}${path}</p></body>`)),
    }),
  bytesMax: 2 * 1024 ** 3,
  headers: ["cache-control", "no-cache", ...readerHeaders("http")],
  log,
});

for (let branch = 0; branch < branchCount; branch += 1) {
  const site = sites.branch(`b${branch}`);
  if (site === undefined) continue;
  for (let no = 1; no <= pagesPerBranch; no += 1) (await cache.obtain(site, `/a/${no}`, "pages")).variant(["gzip"]);
}

const door = frontDoor({
  sites,
  health: healthDoor(() => ({ status: "ok" })),
  reader: readerDoor({
    cache,
    isProbe: () => false,
    staticFile: () => null,
    directDoors: [],
    formDoors: [],
    movedDoor: () => false,
    consoleUrl: () => "/",
    log,
  }),
  console: (_request, response) => response.end(),
});
const server = createServer(door);
installFastLane(server, laneAnswer(sites, cache));
server.listen(Number(port), "127.0.0.1", () =>
  process.stdout.write(`ready ${cache.entries} pages ${cache.bytes} bytes\n`),
);
