import { outputOf } from "./programs.ts";

export type Load = { requests: number; requestsPerSecond: number; p99Ms: number };

export type LoadOptions = {
  url: string;
  seconds: number;
  headers?: Readonly<Record<string, string>>;
  /** A wrk script in Lua. */
  script?: string;
};

const milliseconds: Readonly<Record<string, number>> = { us: 0.001, ms: 1, s: 1_000 };

/** What wrk prints, as numbers. @throws Error when an answer was not 2xx or a connection failed, for then the speed means nothing */
export function parseWrk(output: string): Load {
  const failed = /Non-2xx[^\n]*|Socket errors:[^\n]*/u.exec(output)?.[0];
  if (failed !== undefined) throw new Error(`wrk: ${failed}`);
  const requests = /Requests\/sec:\s+([\d.]+)/u.exec(output)?.[1];
  const total = /(\d+) requests in/u.exec(output)?.[1];
  const [, p99, unit = "ms"] = /99%\s+([\d.]+)(us|ms|s)/u.exec(output) ?? [];
  if (requests === undefined || total === undefined || p99 === undefined)
    throw new Error(`wrk printed something else:\n${output}`);
  return {
    requests: Number(total),
    requestsPerSecond: Number(requests),
    p99Ms: Number(p99) * (milliseconds[unit] ?? 1),
  };
}

/** Loads an address over 32 connections from one thread, so that the other core is the server's. */
export async function load({ url, seconds, headers = {}, script }: LoadOptions): Promise<Load> {
  const headerArgs = Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}: ${value}`]);
  const scriptArgs = script === undefined ? [] : ["-s", script];
  const args = ["-t1", "-c32", `-d${seconds}s`, "--timeout", "10s", "--latency", ...headerArgs, ...scriptArgs, url];
  const output = await outputOf("wrk", args);
  try {
    return parseWrk(output);
  } catch (cause) {
    throw new Error(`no measurement of ${url}`, { cause });
  }
}
