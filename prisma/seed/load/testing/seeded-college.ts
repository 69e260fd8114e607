import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll } from "vitest";
import { startStorage } from "@zhibu/core/kernel/storage-open";
import { provideTestDataKeys } from "@zhibu/core/testing/data-keys";
import { connectDatabase, disconnectDatabase } from "@zhibu/db/connection";
import { startDatabase } from "@zhibu/db/start-database";
import { startScratchPostgres, type ScratchPostgres } from "@zhibu/db/testing/scratch-postgres";
import { seedDemo, type SeededCollege } from "../load-college.ts";

/** The day the tests' college was seeded on. */
export const seedNow = new Date("2026-11-23T06:00:00Z");
export const seedPassword = "demo password of no value";

/** The demo college in a database of its own, for the tests of a file: the shared one has a college already. */
export function seededCollege(): { seeded: () => SeededCollege | null } {
  let folder = "";
  let postgres: ScratchPostgres | null = null;
  let seeded: SeededCollege | null = null;
  provideTestDataKeys();

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "zhibu-seed-"));
    postgres = await startScratchPostgres();
    const databaseUrl = await postgres.createDatabase("seeded");
    const { appUrl } = await startDatabase({ databaseUrl, dataDir: folder, secret: "test-secret-of-no-value" });
    await disconnectDatabase();
    connectDatabase(appUrl, 4);
    await startStorage({ type: "disk", folder: path.join(folder, "media") });
    seeded = await seedDemo({ now: seedNow, password: seedPassword });
  }, 240_000);

  afterAll(async () => {
    await disconnectDatabase();
    await postgres?.stop();
    await rm(folder, { recursive: true, force: true });
  });
  return { seeded: () => seeded };
}
