import { fileURLToPath } from "node:url";
import { freePort } from "../../e2e/fixtures/portal-process.ts";
import { type Figure, median, progress } from "../figures.ts";
import { listenerCpuClock } from "../listener-cpu.ts";
import { startProgram } from "../programs.ts";
import { load } from "../wrk.ts";
import { startIsr } from "./isr-reference.ts";
import { startNginx } from "./nginx-reference.ts";
import type { Portal } from "./portal.ts";

const mapProgram = fileURLToPath(new URL("map-reference.ts", import.meta.url));
const encodings = ["identity", "gzip", "br"] as const;

type Server = { name: string; url: string; headers?: Record<string, string>; asked?: { atLeast: number } };
type Round = { requestsPerSecond: number; cpuMicroseconds: number };
/** Each server's rounds, in order. */
type Rounds = ReadonlyMap<string, readonly Round[]>;

/**
 * Loads all servers in turn, several rounds, so that the machine's moods fall on all of them alike.
 * A first short round warms everything up and is not counted.
 */
async function interleaved(
  servers: readonly Server[],
  encoding: string,
  options: { rounds: number; seconds: number },
): Promise<Rounds> {
  const rounds = new Map<string, Round[]>(servers.map(({ name }) => [name, []]));
  for (let round = 0; round <= options.rounds; round += 1) {
    for (const { name, url, headers = {} } of servers) {
      const accepted = encoding === "identity" ? {} : { "accept-encoding": encoding };
      const clock = await listenerCpuClock(Number(new URL(url).port));
      const before = await clock();
      const seconds = round === 0 ? 1 : options.seconds;
      const { requests, requestsPerSecond } = await load({ url, seconds, headers: { ...headers, ...accepted } });
      const cpuMicroseconds = (((await clock()) - before) * 1_000_000) / requests;
      if (round > 0) rounds.get(name)?.push({ requestsPerSecond, cpuMicroseconds });
    }
  }
  return rounds;
}

function medianOf(rounds: Rounds, name: string, what: keyof Round): number {
  return median((rounds.get(name) ?? []).map((round) => round[what]));
}

/** The median of the rounds' ratios: what was measured next to each other is compared with each other. */
function medianRatio(rounds: Rounds, reference: string): number {
  const others = rounds.get(reference) ?? [];
  const own = rounds.get("portal") ?? [];
  return median(own.map((round, index) => round.requestsPerSecond / (others[index]?.requestsPerSecond ?? Number.NaN)));
}

function figuresOf(rounds: Rounds, servers: readonly Server[], encoding: string, note: string): Figure[] {
  const cpu = (name: string): string => `${medianOf(rounds, name, "cpuMicroseconds").toFixed(0)} µs of CPU an answer`;
  const own: Figure = {
    target: "P1",
    what: `cached article page, ${encoding}`,
    value: medianOf(rounds, "portal", "requestsPerSecond"),
    unit: "req/s",
    reference: cpu("portal"),
    note,
  };
  const references = servers.map(({ name, asked }): Figure => {
    const speed = Math.round(medianOf(rounds, name, "requestsPerSecond")).toLocaleString("en");
    const reference = `${speed} req/s, ${cpu(name)}`;
    return {
      target: "P1",
      what: `  ÷ ${name}`,
      value: medianRatio(rounds, name),
      unit: "×",
      reference,
      ...(asked && { asked }),
    };
  });
  return [own, ...references];
}

/** P1: one cached article page, against nginx, a Map and `next start`, in each encoding. */
export async function measureThroughput(
  portal: Portal,
  folder: string,
  options: { quick: boolean },
): Promise<Figure[]> {
  const { branch, path } = portal.article;
  const html = (await portal.read(branch, path)).body;
  const nginx = await startNginx(folder, Buffer.from(html));
  const mapPort = await freePort();
  const map = await startProgram(process.execPath, [mapProgram, folder, String(mapPort)], { ready: /ready/u });
  progress("building the page as a plain Next site (ISR)");
  const isr = await startIsr(html);
  // wrk adds a Host of its own unless it is spelled like this.
  const headers = { Host: `${branch}.localhost:${portal.port}` };
  const own = { name: "portal", url: `http://127.0.0.1:${portal.port}${path}`, headers };
  const figures: Figure[] = [];
  try {
    for (const encoding of encodings) {
      progress(`P1: ${encoding}`);
      const references: Server[] = [
        { name: "nginx", url: nginx.plain, asked: { atLeast: 0.8 } },
        { name: "nginx with open_file_cache", url: nginx.tuned },
        { name: "Map behind Node http", url: `http://127.0.0.1:${mapPort}/page.html` },
        // Next knows no brotli.
        ...(encoding === "br" ? [] : [{ name: "next start, ISR", url: isr.url, asked: { atLeast: 10 } }]),
      ];
      const size = options.quick ? { rounds: 1, seconds: 2 } : { rounds: 5, seconds: 4 };
      const rounds = await interleaved([own, ...references], encoding, size);
      const standIn = encoding === "br" && !nginx.brotli ? "; nginx has no brotli module and serves its gzip file" : "";
      figures.push(...figuresOf(rounds, references, encoding, `${path}${standIn}`));
    }
  } finally {
    await Promise.all([nginx.stop(), map.stop(), isr.stop()]);
  }
  return figures;
}
