import { readdir, readFile, readlink } from "node:fs/promises";

/** The kernel counts in hundredths of a second on every Linux there is. */
const ticksPerSecond = 100;

async function read(file: string): Promise<string> {
  return readFile(file, "utf8").catch(() => "");
}

/** Inodes of the sockets that listen on a port of this machine. */
async function listeningInodes(port: number): Promise<Set<string>> {
  const hex = port.toString(16).toUpperCase().padStart(4, "0");
  const lines = `${await read("/proc/net/tcp")}${await read("/proc/net/tcp6")}`
    .split("\n")
    .map((line) => line.trim().split(/\s+/u));
  const listening = lines.filter(([, local = "", , state]) => state === "0A" && local.endsWith(`:${hex}`));
  return new Set(listening.map((fields) => `socket:[${fields[9] ?? ""}]`));
}

async function holdsOneOf(pid: string, inodes: ReadonlySet<string>): Promise<boolean> {
  const descriptors = await readdir(`/proc/${pid}/fd`).catch(() => []);
  for (const descriptor of descriptors) {
    if (inodes.has(await readlink(`/proc/${pid}/fd/${descriptor}`).catch(() => ""))) return true;
  }
  return false;
}

/** Processes that listen on the port, a server's workers included. */
async function listeners(port: number): Promise<string[]> {
  const inodes = await listeningInodes(port);
  const pids = (await readdir("/proc").catch(() => [])).filter((name) => /^\d+$/u.test(name));
  const found: string[] = [];
  for (const pid of pids) if (await holdsOneOf(pid, inodes)) found.push(pid);
  return found;
}

/**
 * A clock that shows the CPU time, in seconds, which whoever listens on the port has used so far. What else the machine
 * does hardly shows in it, so it compares servers where requests per second can't. Stands still where there is no /proc.
 */
export async function listenerCpuClock(port: number): Promise<() => Promise<number>> {
  const pids = await listeners(port);
  return async () => {
    let ticks = 0;
    for (const pid of pids) {
      // After the name, which may hold spaces: fields 14 and 15 are user and system time.
      const fields = (await read(`/proc/${pid}/stat`)).replace(/^.*\) /u, "").split(" ");
      ticks += Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
    }
    return ticks / ticksPerSecond;
  };
}
