import { existsSync, globSync } from "node:fs";
/** A throw-away server of the oldest PostgreSQL we support, from the machine's packages, beside the embedded newest one. */
import { chown, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { canInstallPackages, installPackages } from "./apt-install.ts";
import { outputOf, runCommand, say, type CommandResult } from "./command.ts";

const oldestMajor = 15;
const owner = "zhibu_owner";
const password = "throw-away";

export type ThrowAwayServer = { readonly version: string; readonly url: string; readonly stop: () => Promise<void> };

/** Starts the server on a free port with an empty database; null, with a line saying why, when none can be had here. */
export async function provisionPostgres15(): Promise<ThrowAwayServer | null> {
  const binaries = await findBinaries();
  if (binaries === null) {
    say(`no PostgreSQL ${oldestMajor}+ on this machine, and it can't be installed (needs root and apt-get)`);
    return null;
  }
  const account = await unprivilegedAccount();
  const directory = await mkdtemp(path.join(tmpdir(), "zhibu-postgres-"));
  if (account !== null) await chown(directory, account.uid, account.gid);
  const run = (program: string, ...args: string[]) => runAs(account, path.join(binaries, program), args, directory);
  const port = await freePort();
  await initialise(run, directory);
  await expectSuccess(
    "pg_ctl start",
    run(
      "pg_ctl",
      "-D",
      path.join(directory, "data"),
      "-l",
      path.join(directory, "log"),
      "-w",
      "-o",
      `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=120 -c fsync=off`,
      "start",
    ),
  );
  const stop = async () => {
    await run("pg_ctl", "-D", path.join(directory, "data"), "-m", "fast", "-w", "stop");
    await rm(directory, { recursive: true, force: true });
  };
  await expectSuccess("createdb", run("createdb", "-h", "127.0.0.1", "-p", String(port), "-U", owner, "zhibu"));
  const version = (await outputOf(path.join(binaries, "postgres"), "--version")) ?? "PostgreSQL";
  return { version, url: `postgresql://${owner}:${password}@127.0.0.1:${port}/zhibu`, stop };
}

type Run = (program: string, ...args: string[]) => Promise<CommandResult>;

/** Same collation as the embedded server: names sort by pinyin, trigrams see Chinese. */
async function initialise(run: Run, directory: string): Promise<void> {
  const passwordFile = path.join(directory, "password");
  await writeFile(passwordFile, password);
  await expectSuccess(
    "initdb",
    run(
      "initdb",
      "-D",
      path.join(directory, "data"),
      "-U",
      owner,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale-provider=icu",
      "--icu-locale=zh-CN",
      "--locale=C.UTF-8",
    ),
  );
}

async function findBinaries(): Promise<string | null> {
  const installed = () => oldestFirst(globSync("/usr/lib/postgresql/*/bin"));
  const [found] = installed();
  if (found !== undefined) return found;
  const onPath = await outputOf("pg_config", "--bindir");
  const major = Number(/\d+/.exec((await outputOf("pg_ctl", "--version")) ?? "")?.[0] ?? 0);
  if (onPath !== null && major >= oldestMajor && existsSync(path.join(onPath, "initdb"))) return onPath;
  if (!(await canInstallPackages())) return null;
  await installPackages("postgresql");
  return installed()[0] ?? null;
}

function oldestFirst(binaries: readonly string[]): string[] {
  const majorOf = (directory: string) => Number(path.basename(path.dirname(directory)));
  return binaries.filter((directory) => majorOf(directory) >= oldestMajor).toSorted((a, b) => majorOf(a) - majorOf(b));
}

type Account = { readonly name: string; readonly uid: number; readonly gid: number };

/** PostgreSQL refuses to run as root; null when we are somebody else already. */
async function unprivilegedAccount(): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null;
  const name = (await outputOf("id", "-u", "postgres")) === null ? "nobody" : "postgres";
  return { name, uid: Number(await outputOf("id", "-u", name)), gid: Number(await outputOf("id", "-g", name)) };
}

function runAs(account: Account | null, program: string, args: readonly string[], cwd: string): Promise<CommandResult> {
  const options = { capture: true, cwd, env: { PGPASSWORD: password } };
  if (account === null) return runCommand(program, args, options);
  return runCommand("runuser", ["-u", account.name, "--", program, ...args], options);
}

async function expectSuccess(what: string, running: Promise<CommandResult>): Promise<void> {
  const { exitCode, output } = await running;
  if (exitCode !== 0) throw new Error(`${what} failed (exit code ${exitCode}):\n${output}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

if (import.meta.main) {
  const server = await provisionPostgres15();
  if (server === null) process.exit(1);
  process.stdout.write(`${server.version}\nDATABASE_URL=${server.url}\nCtrl-C stops and removes it.\n`);
  const alive = setInterval(() => undefined, 60_000);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      clearInterval(alive);
      void server.stop();
    });
  }
}
