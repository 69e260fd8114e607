import { existsSync } from "node:fs";
import { chmod, mkdir } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { connectDatabase, disconnectDatabase } from "@zhibu/db/connection";
import { startEmbeddedPostgres } from "@zhibu/db/embedded-postgres";
import { startDatabase } from "@zhibu/db/start-database";
import { seedSynthetic } from "../../prisma/seed/synthetic/seed-synthetic.ts";
import { progress } from "../figures.ts";

/** A college to measure, in a database of its own. */
export type College = { branches: number; articles: number; ownerUrl: string; appUrl: string };

export type Size = Pick<College, "branches" | "articles">;

/** What the application's login in these databases is derived from. */
export const collegeSecret = "benchmark-secret-of-no-value";
/** Raised when the synthetic college holds other things than before: databases of another number are made anew. */
const contents = "zhibu-bench-3";

export type CollegeServer = {
  /** The college of this size; made the first time, which takes minutes for a large one, and found again later. */
  college: (size: Size) => Promise<College>;
  stop: () => Promise<void>;
};

/** A PostgreSQL whose databases stay for the next run. */
export async function startCollegeServer(folder: string): Promise<CollegeServer> {
  await mkdir(folder, { recursive: true });
  // Run as root, PostgreSQL gets a user of its own, who must be able to enter the folder.
  await chmod(folder, 0o755);
  const cluster = path.join(folder, "postgres");
  // One that runs already is somebody else's to stop.
  const isRunning = existsSync(path.join(cluster, "postmaster.pid"));
  const server = await startEmbeddedPostgres(cluster);
  return {
    college: (size) => ready(server.ownerUrl, size),
    stop: async () => {
      if (!isRunning) await server.stop();
    },
  };
}

async function asOwner<T>(ownerUrl: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

async function ready(serverUrl: string, { branches, articles }: Size): Promise<College> {
  const name = `bench_${branches}_${articles}`;
  const label = `${branches} branches, ${articles} articles, ${contents}`;
  const database = pg.escapeIdentifier(name);
  const isComplete = await asOwner(serverUrl, async (owner) => {
    const { rows } = await owner.query<{ label: string | null }>(
      "SELECT shobj_description(oid, 'pg_database') AS label FROM pg_database WHERE datname = $1",
      [name],
    );
    if (rows[0]?.label === label) return true;
    await owner.query(`DROP DATABASE IF EXISTS ${database}`);
    await owner.query(`CREATE DATABASE ${database}`);
    return false;
  });
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const { ownerUrl, appUrl } = await startDatabase({ databaseUrl: url.toString(), dataDir: "", secret: collegeSecret });
  if (!isComplete) {
    progress(`making a college of ${branches} branches and ${articles} articles; it is kept for the next run`);
    await fill({ branches, articles }, ownerUrl, appUrl);
    await asOwner(serverUrl, (owner) => owner.query(`COMMENT ON DATABASE ${database} IS ${pg.escapeLiteral(label)}`));
  }
  return { branches, articles, ownerUrl, appUrl };
}

async function fill(size: Size, ownerUrl: string, appUrl: string): Promise<void> {
  connectDatabase(appUrl, 4);
  try {
    await seedSynthetic({ ...size, now: new Date(), password: "benchmark password", appUrl, ownerUrl });
  } finally {
    await disconnectDatabase();
  }
  // As autovacuum would have left it: pages known to be visible to all, statistics of today.
  await asOwner(ownerUrl, (owner) => owner.query("VACUUM ANALYZE"));
}
