import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import pg from "pg";
import { childEnv } from "../src/env.ts";

const seedProgram = path.resolve(import.meta.dirname, "../../../prisma/seed/main.ts");

/** Any constant but that of the start lock, which the seed program takes itself: of several portals one seeds. */
const seedLock = 20130529;

/**
 * Lets the seed program fill an empty database with the demo college, in a process of its own:
 * what it has to load is not what a server should hold.
 * @throws Error when the program fails.
 */
export async function seedDemo(ownerUrl: string, password: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query("SELECT pg_advisory_lock($1)", [seedLock]);
    await runSeed(ownerUrl, password);
  } finally {
    await owner.end();
  }
}

async function runSeed(ownerUrl: string, password: string): Promise<void> {
  const seed = spawn(process.execPath, [seedProgram, "--if-empty"], {
    stdio: ["ignore", "inherit", "inherit"],
    env: childEnv({ DATABASE_URL: ownerUrl, DEMO_PASSWORD: password }),
  });
  await once(seed, "exit");
  if (seed.exitCode !== 0) throw new Error(`the seed program ended with ${seed.exitCode ?? seed.signalCode}`);
}
