import { readFile } from "node:fs/promises";
import { placeIn } from "../console/cast.ts";
import { type College, collegeSecret } from "../console/colleges.ts";
import { keepRound, quietest, type Rounds } from "../console/timing.ts";
import { type Figure, progress } from "../figures.ts";
import { listeners } from "../listeners.ts";
import { type Portal, runPortal } from "../reader/portal.ts";

type Site = { portal: Portal; pages: readonly string[] };

async function portalOf(college: College, dataDir: string, cacheBytes?: number): Promise<Portal> {
  const { slug } = await placeIn(college, "largest");
  const env = { AUTH_SECRET: collegeSecret };
  const keeping = cacheBytes === undefined ? {} : { cacheBytes };
  return runPortal({ databaseUrl: college.ownerUrl, dataDir, branch: slug, env, ...keeping });
}

/** The branch's home, columns of its home, and the newest articles, as the feed has them. */
async function pagesOf(portal: Portal): Promise<string[]> {
  const { branch } = portal.article;
  const home = await portal.read(branch, "/");
  const feed = await portal.read(branch, "/feed.xml");
  const columns = [...home.body.matchAll(/href="(\/c\/[^"?#]+)"/gu)].map(([, path = ""]) => path);
  const articles = [...feed.body.matchAll(/\/a\/\d+/gu)].map(([path]) => path);
  return ["/", ...[...new Set(columns)].slice(0, 4), ...[...new Set(articles)].slice(0, 8)];
}

async function timePages({ portal, pages }: Site, counted: number): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < counted; index += 1) {
    const path = pages[index % pages.length] ?? "/";
    const begun = performance.now();
    const { status } = await portal.read(portal.article.branch, path);
    times.push(performance.now() - begun);
    if (status !== 200) throw new Error(`${path} answered ${status}`);
  }
  return times;
}

/** G2, and P3 beside it: pages of a branch's site rendered one by one, in both colleges by turns, by portals that keep nothing. */
export async function measureMissGrowth(
  colleges: Record<"small" | "large", College>,
  { folder, quick, what }: { folder: string; quick: boolean; what: string },
): Promise<Figure[]> {
  const portals: Portal[] = [];
  try {
    const site = async (college: College, name: string): Promise<Site> => {
      const portal = await portalOf(college, `${folder}/${name}`, 0);
      portals.push(portal);
      return { portal, pages: await pagesOf(portal) };
    };
    const sites = { small: await site(colleges.small, "small"), large: await site(colleges.large, "large") };
    const times: Rounds = new Map();
    // The first one warms up and is not counted.
    for (let round = 0; round <= (quick ? 2 : 5); round += 1) {
      progress(`G2: misses, round ${round}`);
      for (const name of ["small", "large"] as const) {
        const taken = await timePages(sites[name], quick ? 60 : 200);
        if (round > 0) keepRound(times, name, taken);
      }
    }
    const [before, after] = [quietest(times, "small"), quietest(times, "large")];
    const reference = `${after.p95.toFixed(1)} ms, before ${before.p95.toFixed(1)} ms; at p50 ${(after.p50 / before.p50).toFixed(2)} ×`;
    const grown = { target: "G2", value: after.p95 / before.p95, unit: "×", asked: { atMost: 1.5 }, reference };
    const now = { target: "P3", value: after.p95, unit: "ms", asked: { atMost: 25 } };
    return [
      { what: `a reader's miss, ${what}, p95`, ...grown },
      { what: "a miss in the larger college, p95", ...now, reference: `p50 ${after.p50.toFixed(1)} ms` },
    ];
  } finally {
    await Promise.all(portals.map(({ end }) => end()));
  }
}

async function residentMegabytes(port: number): Promise<number> {
  let kilobytes = 0;
  for (const pid of await listeners(port)) {
    const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
    kilobytes += Number(/^VmRSS:\s+(\d+)/mu.exec(status)?.[1] ?? 0);
  }
  return kilobytes / 1024;
}

/** G1: memory of a portal that has just started and read the sites, before anybody asked for much. */
export async function measureMemoryGrowth(
  colleges: Record<"small" | "large", College>,
  { folder, what }: { folder: string; what: string },
): Promise<Figure[]> {
  const used = async (college: College, name: string): Promise<number> => {
    const portal = await portalOf(college, `${folder}/${name}`);
    try {
      return await residentMegabytes(portal.port);
    } finally {
      await portal.end();
    }
  };
  progress("G1: memory");
  const before = await used(colleges.small, "small");
  const after = await used(colleges.large, "large");
  const reference = `${after.toFixed(0)} MB, before ${before.toFixed(0)} MB`;
  return [
    {
      target: "G1",
      what: `memory of an idle process, ${what}`,
      value: after / before,
      unit: "×",
      asked: { atMost: 1.3 },
      reference,
    },
  ];
}
