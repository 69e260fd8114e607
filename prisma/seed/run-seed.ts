import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { dataKeysOf } from "@zhibu/core/kernel/data-key-config";
import { provideDataKeys } from "@zhibu/core/kernel/secret-box";
import { storageConfig } from "@zhibu/core/kernel/storage-config";
import { startStorage } from "@zhibu/core/kernel/storage-open";
import { withDatabase } from "@zhibu/db/with-database";
import { seedDemo } from "./load/load-college.ts";
import { progressBar } from "./progress-bar.ts";
import type { SeedCommand, SeedEnv } from "./seed-command.ts";
import { seedSynthetic } from "./synthetic/seed-synthetic.ts";

/** The portal keeps what it made under the data folder; a seed run by hand finds it there. */
function kept(env: SeedEnv, name: string): string | undefined {
  const file = path.join(path.resolve(env.DATA_DIR), name);
  return existsSync(file) ? readFileSync(file, "utf8").trim() : undefined;
}

/**
 * The secret the database login is derived from must be the portal's own.
 * @throws Error when there is neither the variable nor a kept one.
 */
function secretOf(env: SeedEnv): string {
  const secret = env.AUTH_SECRET ?? kept(env, "auth-secret");
  if (secret === undefined) throw new Error("AUTH_SECRET: not set, and none is kept; start the portal once first");
  return secret;
}

function demoPasswordOf(env: SeedEnv): string {
  const password = env.DEMO_PASSWORD ?? kept(env, "demo-password");
  if (password === undefined) throw new Error("DEMO_PASSWORD: not set");
  return password;
}

type Urls = { appUrl: string; ownerUrl: string };

async function fill({ env, ifEmpty, synthetic }: SeedCommand, now: Date, { appUrl, ownerUrl }: Urls): Promise<void> {
  const password = demoPasswordOf(env);
  if (synthetic) {
    await seedSynthetic({ ...synthetic, now, password, appUrl, ownerUrl });
    return;
  }
  const bar = progressBar("demo college");
  const seeded = await seedDemo({ now, password, onProgress: bar.show });
  bar.end();
  if (seeded === null && !ifEmpty) throw new Error("the database has a college already");
}

/** Opens database and storage, fills them as the command asks, and closes what it opened. */
export async function runSeed(command: SeedCommand, now: Date): Promise<void> {
  const { env } = command;
  const dataDir = path.resolve(env.DATA_DIR);
  const secret = secretOf(env);
  const options = { databaseUrl: env.DATABASE_URL, dataDir: path.join(dataDir, "postgres"), secret };
  provideDataKeys(dataKeysOf(env.DATA_KEY, secret));
  await withDatabase({ ...options, connectionsMax: 4 }, async (database) => {
    await startStorage(storageConfig(env, path.join(dataDir, "media")));
    await fill(command, now, database);
  });
}
