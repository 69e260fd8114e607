import { listeners, readProc } from "./listeners.ts";

/** The kernel counts in hundredths of a second on every Linux there is. */
const ticksPerSecond = 100;

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
      const fields = (await readProc(`/proc/${pid}/stat`)).replace(/^.*\) /u, "").split(" ");
      ticks += Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
    }
    return ticks / ticksPerSecond;
  };
}
