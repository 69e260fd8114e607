import { chmod, mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import path from "node:path";
import { startScratchPostgres } from "@zhibu/db/testing/scratch-postgres";
import { buildIfNeeded } from "../../scripts/build-if-needed.ts";
import type { BenchOptions } from "../bench-options.ts";
import { type Figure, progress } from "../figures.ts";
import { findProgram } from "../programs.ts";
import { measureFreshness } from "./freshness.ts";
import { measureManyPages } from "./many-pages.ts";
import { measureMisses } from "./misses.ts";
import { type Portal, runPortal } from "./portal.ts";
import { measureScripts } from "./scripts.ts";
import { measureThroughput } from "./throughput.ts";
import { measureWeight } from "./weight.ts";

const branch = "jichu";

/** Programs of Debian that P1 and P2 need; says how to get what is missing. */
async function hasLoadTools(): Promise<boolean> {
  const missing = [];
  for (const name of ["nginx", "wrk"]) if ((await findProgram(name, `/usr/sbin/${name}`)) === null) missing.push(name);
  if (missing.length > 0)
    progress(`P1 and P2 are left out: no ${missing.join(", no ")}; install with: apt-get install nginx-light wrk`);
  return missing.length === 0;
}

/** The targets of the reader side, on the demo college, with real processes on a PostgreSQL of their own. */
export async function benchReader({ quick, built, only }: BenchOptions): Promise<Figure[]> {
  const wants = (target: string): boolean => only.length === 0 || only.includes(target);
  if (!built) await buildIfNeeded();
  const [busy = 0] = loadavg();
  if (busy > 1)
    progress(`this machine is busy already (load ${busy.toFixed(1)}): quote nothing from this run but CPU times`);
  const folder = await mkdtemp(path.join(tmpdir(), "zhibu-bench-"));
  // nginx's worker is another user.
  await chmod(folder, 0o755);
  progress("starting PostgreSQL and the portals");
  const postgres = await startScratchPostgres();
  const common = { databaseUrl: await postgres.createDatabase("bench"), dataDir: path.join(folder, "data"), branch };
  const portals: Portal[] = [];
  const run = async (cacheBytes?: number): Promise<Portal> => {
    const portal = await runPortal({ ...common, ...(cacheBytes === undefined ? {} : { cacheBytes }) });
    portals.push(portal);
    return portal;
  };
  const figures: Figure[] = [];
  try {
    const portal = await run();
    if (wants("P1") && (await hasLoadTools())) figures.push(...(await measureThroughput(portal, folder, { quick })));
    if (wants("P2") && (await hasLoadTools())) figures.push(...(await measureManyPages(portal, folder, { quick })));
    if (wants("P3")) figures.push(...(await measureMisses(portal, await run(0), { quick })));
    if (wants("P4")) figures.push(...(await measureScripts(portal)));
    if (wants("P5")) figures.push(...(await measureWeight(portal, { quick })));
    if (wants("P6")) figures.push(...(await measureFreshness([portal, await run()], { quick })));
  } finally {
    await Promise.all(portals.map(({ end }) => end()));
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
  return figures;
}
