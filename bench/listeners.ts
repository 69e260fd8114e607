import { readdir, readFile, readlink } from "node:fs/promises";

/** What a file under /proc says, nothing where there is none. */
export async function readProc(file: string): Promise<string> {
  return readFile(file, "utf8").catch(() => "");
}

/** Inodes of the sockets that listen on a port of this machine. */
async function listeningInodes(port: number): Promise<Set<string>> {
  const hex = port.toString(16).toUpperCase().padStart(4, "0");
  const lines = `${await readProc("/proc/net/tcp")}${await readProc("/proc/net/tcp6")}`
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

/** Ids of the processes that listen on the port, a server's workers included. */
export async function listeners(port: number): Promise<string[]> {
  const inodes = await listeningInodes(port);
  const pids = (await readdir("/proc").catch(() => [])).filter((name) => /^\d+$/u.test(name));
  const found: string[] = [];
  for (const pid of pids) if (await holdsOneOf(pid, inodes)) found.push(pid);
  return found;
}
