/** The portal's start: database, directory, jobs, Next, doors, in this order; readers and the console on one port. */
import path from "node:path";
import { countView } from "@zhibu/core/articles/count-view";
import { workJobs } from "@zhibu/core/jobs";
import { configureSiteOrigins } from "@zhibu/core/kernel/site-origins";
import { getStorage } from "@zhibu/core/kernel/storage";
import { storageConfig } from "@zhibu/core/kernel/storage-config";
import { clamdConfig } from "@zhibu/core/media/clamd-config";
import { findPublicMedia } from "@zhibu/core/media/find-public-media";
import { mailConfig } from "@zhibu/core/notifications/mail-env";
import { configureMail } from "@zhibu/core/notifications/mail-settings";
import { objectionLimit } from "@zhibu/core/publicity/objection-limit";
import { configureProbe } from "@zhibu/core/publicity/probe/probe-settings";
import { isProbeToken } from "@zhibu/core/publicity/probe/probe-token";
import { configureProofMaker } from "@zhibu/core/publicity/proof/proof-maker";
import { proofThreads } from "@zhibu/core/publicity/proof/proof-threads";
import { receiptGuessLimit } from "@zhibu/core/publicity/receipt-guess-limit";
import { receiveObjection } from "@zhibu/core/publicity/receive-objection";
import { startCore } from "@zhibu/core/start-core";
import { findNewAddress } from "@zhibu/core/tenancy/branches/find-new-address";
import { findCollegeName } from "@zhibu/core/tenancy/find-college-name";
import { wasFounded } from "@zhibu/core/tenancy/was-founded";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import mail from "../messages/zh-CN/mail.json" with { type: "json" };
import notifications from "../messages/zh-CN/notifications.json" with { type: "json" };
import proof from "../messages/zh-CN/publicity-proof.json" with { type: "json" };
import { EnvError, type PortalEnv, publishEnv, readEnv } from "../src/env.ts";
import { branchOrigin, consoleOrigin, originOf } from "../src/origins.ts";
import { laneAnswer } from "./lane-answer.ts";
import { atMostEvery, jsonLog } from "./log.ts";
import { startNext } from "./next-app.ts";
import { portalDoors } from "./portal-doors.ts";
import { seedDemo } from "./seed-demo.ts";
import { followSites } from "./site-directory.ts";
import { Sites } from "./sites.ts";
import { startReport } from "./start-report.ts";
import { authSecret, dataKeys, keptDemoPassword, makeDemoPassword } from "./start-secrets.ts";
import { listen, type Upgrade, type WebServer } from "./web-server.ts";

const appDir = path.resolve(import.meta.dirname, "..");

const log = jsonLog((line) => process.stderr.write(line));

/** How to stop what has been started, in the order of the start. */
const running: (() => Promise<void>)[] = [];

/** The front door mints tenant ids: it found the site by its host. */
function tenantOf(siteId: string): TenantId {
  return siteId as TenantId; // See above: a site's id in the directory is its tenant's.
}

async function start(env: PortalEnv, web: WebServer): Promise<void> {
  const development = env.NODE_ENV === "development";
  const dataDir = path.resolve(env.DATA_DIR);
  const secret = await authSecret(env, dataDir);
  publishEnv({ AUTH_SECRET: secret, PORT: String(web.port), PUBLIC_PORT: String(env.PUBLIC_PORT) });

  const core = await startCore({
    database: { databaseUrl: env.DATABASE_URL, dataDir: path.join(dataDir, "postgres"), secret },
    storage: storageConfig(env.storage, path.join(dataDir, "media")),
    dataKeys: await dataKeys(env, dataDir, secret),
    anchorFolder: env.AUDIT_ANCHOR_DIR === undefined ? undefined : path.resolve(env.AUDIT_ANCHOR_DIR),
    clamd: clamdConfig(env.clamd),
    onQueueError: atMostEvery(10_000, (error, leftOut) => log.warn("the job queue is in trouble", { error, leftOut })),
  });
  running.push(core.stop);
  configureSiteOrigins(({ slug, customDomain }) =>
    customDomain === null ? branchOrigin(slug, env) : originOf(customDomain, env),
  );
  configureProbe({ origin: env.PROBE_ORIGIN ?? `http://127.0.0.1:${web.port}`, secret });
  configureMail(mailConfig(env.mail, consoleOrigin(env), { mail, notifications }));
  configureProofMaker(proofThreads(proof.file));
  const sites = new Sites(env.ROOT_DOMAIN);
  const directory = await followSites({ databaseUrl: core.database.appUrl, sites, log });
  running.push(directory.stop);
  if ((await findCollegeName()) === null) {
    await seedDemo(core.database.ownerUrl, await makeDemoPassword(env, dataDir));
    await directory.refresh();
  }
  if (env.JOBS === "inside") await workJobs(() => new Date());

  const next = await startNext({ dir: appDir, development, port: web.port });
  running.push(next.close);
  const { door, cache } = portalDoors({
    sites,
    next: next.handle,
    reading: {
      findMedia: (site, mediaId, file) => findPublicMedia(tenantOf(site), mediaId, file),
      openFile: (key) => getStorage().get(key),
      countView: (site, no) => countView(tenantOf(site), no),
      receiveObjection: (site, no, input, file) => receiveObjection(tenantOf(site), no, input, () => new Date(), file),
      admitsObjection: objectionLimit(),
      limitReceiptGuesses: receiptGuessLimit(),
      findNewAddress: (site, no) => findNewAddress(tenantOf(site), no),
    },
    health: () => ({
      status: directory.isFresh() ? "ok" : "degraded",
      database: directory.isFresh() ? "ok" : "away",
      pages: cache.entries,
      pageBytes: cache.bytes,
      ...cache.stats,
    }),
    isProbe: (shown) => isProbeToken(secret, shown, new Date()),
    settings: {
      appDir,
      development,
      scheme: env.PUBLIC_SCHEME,
      consoleOrigin: consoleOrigin(env),
      originOf: (host) => originOf(host, env),
      trustedProxy: env.TRUSTED_PROXY,
      cacheBytes: env.CACHE_BYTES,
    },
    log,
  });
  // Only Next's own client upgrades, while developing, and only on the console: readers' pages have no script.
  const upgrade: Upgrade = (request, socket, head) => {
    if (development && sites.find(request.headers.host)?.kind === "console") next.upgrade(request, socket, head);
    else socket.destroy();
  };
  web.open(door, development ? null : laneAnswer(sites, cache), upgrade);
  // The folder may have served a demo before: who founded a college gets neither its accounts nor its password.
  const demoPassword = (await wasFounded()) ? null : await keptDemoPassword(dataDir);
  process.stdout.write(startReport(env, sites.slugs(), demoPassword));
}

/** Ends everything in the reverse order of its start. */
async function stopAll(): Promise<void> {
  for (const end of running.splice(0).toReversed()) {
    await end().catch((error: unknown) => log.warn("a part did not stop cleanly", { error }));
  }
}

/** What the operator can mend is said in one line; everything else with its stack. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const known = error instanceof EnvError || ("code" in error && error.code === "EADDRINUSE");
  return known ? error.message : (error.stack ?? error.message);
}

/** The first signal stops in order, a second one at once. */
function stopOnSignals(): void {
  let stopping = false;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      void stopAll().then(() => process.exit(0));
    });
  }
}

try {
  const env = readEnv();
  stopOnSignals();
  const web = await listen(env.PORT);
  await start(env, web);
  // Last, so that it is the first to be stopped.
  running.push(web.close);
} catch (error) {
  process.stderr.write(`zhibu: ${explain(error)}\n`);
  await stopAll();
  process.exit(1);
}
