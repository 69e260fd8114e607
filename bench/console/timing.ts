import { connectDatabase, disconnectDatabase } from "@zhibu/db/connection";
import { median, percentile } from "../figures.ts";
import type { Cast } from "./cast.ts";
import type { College } from "./colleges.ts";

/** One thing to time: a list, or a far page of one. */
export type Run = { name: string; run: (cast: Cast) => Promise<unknown> };

export type Stage = { college: College; cast: Cast };

/** Milliseconds of a run, round by round. */
export type Rounds = Map<string, number[][]>;

export function keepRound(rounds: Rounds, name: string, taken: number[]): void {
  rounds.set(name, [...(rounds.get(name) ?? []), taken]);
}

/** A new connection, and a plan that settles after five runs, are nobody's everyday. */
const warmUps = 8;

/** Times every run on a college, one request after the other. */
export async function timeRound(
  { college, cast }: Stage,
  runs: readonly Run[],
  times: number,
  into: Rounds,
): Promise<void> {
  connectDatabase(college.appUrl);
  try {
    for (const { name, run } of runs) {
      for (let index = 0; index < warmUps; index += 1) await run(cast);
      const taken: number[] = [];
      for (let index = 0; index < times; index += 1) {
        const begun = performance.now();
        await run(cast);
        taken.push(performance.now() - begun);
      }
      keepRound(into, name, taken);
    }
  } finally {
    await disconnectDatabase();
  }
}

export type Spread = { p50: number; p95: number };

/** Of the quietest round: what else the machine does only ever adds. */
export function quietest(rounds: Rounds, name: string): Spread {
  const spreads = (rounds.get(name) ?? []).map((taken) => ({ p50: median(taken), p95: percentile(taken, 95) }));
  return spreads.reduce((best, spread) => (spread.p95 < best.p95 ? spread : best), { p50: Number.NaN, p95: Infinity });
}
