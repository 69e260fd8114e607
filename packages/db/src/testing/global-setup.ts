import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { startDatabase } from "../start-database.ts";

declare module "vitest" {
  export interface ProvidedContext {
    appUrl: string;
    ownerUrl: string;
  }
}

/** One migrated database for the whole run: the embedded one, or the server `DATABASE_URL` names. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), "zhibu-test-"));
  // Run as root, PostgreSQL gets a user of its own, who must be able to enter the folder.
  await chmod(folder, 0o755);
  const databaseUrl = process.env["DATABASE_URL"];
  const started = await startDatabase({
    databaseUrl,
    dataDir: path.join(folder, "postgres"),
    secret: "test-secret-of-no-value",
  });
  project.provide("appUrl", started.appUrl);
  project.provide("ownerUrl", started.ownerUrl);
  return async () => {
    await started.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
