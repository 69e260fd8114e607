import { randomBytes, randomInt } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { dataKeysOf } from "@zhibu/core/kernel/data-key-config";
import { EnvError, type PortalEnv } from "../src/env.ts";

async function readKept(file: string): Promise<string | null> {
  try {
    return (await readFile(file, "utf8")).trim();
  } catch {
    return null;
  }
}

/** What stands in the file, or what `make` makes, kept there for the next start and readable by this user alone. */
async function keepIn(file: string, make: () => string): Promise<string> {
  const kept = await readKept(file);
  if (kept !== null && kept !== "") return kept;
  const made = make();
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${made}\n`, { mode: 0o600 });
  return made;
}

/** Letters and digits that can't be taken for one another. */
const alphabet = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";

function readablePassword(): string {
  return Array.from({ length: 14 }, () => alphabet[randomInt(alphabet.length)]).join("");
}

/**
 * The secret sessions and the database login are derived from. With a database of its own a portal makes one; several
 * portals on one database must be given the same.
 * @throws EnvError when there is a `DATABASE_URL` and no `AUTH_SECRET`.
 */
export async function authSecret(env: PortalEnv, dataDir: string): Promise<string> {
  if (env.AUTH_SECRET !== undefined) return env.AUTH_SECRET;
  if (env.DATABASE_URL !== undefined) {
    throw new EnvError("AUTH_SECRET: must be set together with DATABASE_URL, to the same value on every instance");
  }
  return keepIn(path.join(dataDir, "auth-secret"), () => randomBytes(32).toString("base64url"));
}

/** The keys that seal secret fields. With a database of its own a portal makes one and keeps it. */
export async function dataKeys(env: PortalEnv, dataDir: string, authSecret: string): Promise<string[]> {
  if (env.DATA_KEY !== undefined || env.DATABASE_URL !== undefined) return dataKeysOf(env.DATA_KEY, authSecret);
  const made = await keepIn(path.join(dataDir, "data-key"), () => randomBytes(32).toString("base64url"));
  return dataKeysOf([made], authSecret);
}

function demoPasswordFile(dataDir: string): string {
  return path.join(dataDir, "demo-password");
}

/** The password for new demo accounts: the one that was set, or a made one; kept, so that later starts can name it. */
export async function makeDemoPassword(env: PortalEnv, dataDir: string): Promise<string> {
  return keepIn(demoPasswordFile(dataDir), () => env.DEMO_PASSWORD ?? readablePassword());
}

/** The password the demo accounts were made with here; `null` when this is no demo. */
export function keptDemoPassword(dataDir: string): Promise<string | null> {
  return readKept(demoPasswordFile(dataDir));
}
