import pg from "pg";
import { connectThrough, disconnectDatabase } from "@zhibu/db/connection";
import { WaitingClient } from "@zhibu/db/waiting-client";
import { type Figure, median, progress } from "../figures.ts";
import { BypassingClient } from "./bypassing-client.ts";
import { placeIn } from "./cast.ts";
import { deeds } from "./deeds.ts";
import { lists } from "./lists.ts";
import { newPiece, type Piece } from "./piece.ts";
import type { Stage } from "./timing.ts";
import { look } from "./visit.ts";
import { timeWaves, withQueue } from "./write-times.ts";

/** Lists whose every row a policy looks at. */
const looked = ["articles.list all", "articles.counts", "desk.dashboard"];

type Timed = { name: string; times: (piece: Piece, counted: number) => Promise<number[]> };

const warmUps = 8;

function timedRuns({ cast }: Stage): Timed[] {
  const nothing = (): Promise<void> => Promise.resolve();
  const looks = lists
    .filter(({ name }) => looked.includes(name))
    .map((list) => ({
      name: list.name,
      atMost: 0,
      before: nothing,
      run: async () => void (await look(cast, list)),
      after: nothing,
    }));
  return [...looks, ...deeds].map((deed) => ({
    name: deed.name,
    times: (piece, counted) => timeWaves(deed, [piece], { warmUps, counted }),
  }));
}

/** Milliseconds at the median of each run, on one connection of this kind. */
async function medians(
  { college }: Stage,
  { bound, runs, piece, counted }: { bound: boolean; runs: readonly Timed[]; piece: Piece; counted: number },
): Promise<number[]> {
  const own = bound
    ? { connectionString: college.appUrl, Client: WaitingClient }
    : { connectionString: college.ownerUrl, Client: BypassingClient, options: "-c jit=off" };
  const pool = new pg.Pool({ ...own, max: 1 });
  connectThrough(pool);
  try {
    const result: number[] = [];
    for (const { times } of runs) result.push(median(await times(piece, counted)));
    return result;
  } finally {
    await disconnectDatabase();
    await pool.end();
  }
}

/** C2: what row-level security costs: the same statements as the application's login, and as the owner, whom it does not bind. */
export async function measurePolicies(stage: Stage, { quick }: { quick: boolean }): Promise<Figure[]> {
  const runs = timedRuns(stage);
  const counted = quick ? 20 : 60;
  return withQueue(stage.college, async () => {
    connectThrough({ connectionString: stage.college.appUrl, Client: WaitingClient, max: 1 });
    const piece = await newPiece(await placeIn(stage.college, "ordinary"));
    await disconnectDatabase();
    const rounds: { bound: number[]; free: number[] }[] = [];
    for (let round = 1; round <= (quick ? 3 : 9); round += 1) {
      progress(`C2: policies, round ${round}`);
      const free = await medians(stage, { bound: false, runs, piece, counted });
      rounds.push({ free, bound: await medians(stage, { bound: true, runs, piece, counted }) });
    }
    return runs.map(({ name }, index): Figure => {
      const of = (side: "bound" | "free") => rounds.map((round) => round[side][index] ?? Number.NaN);
      // Of the quietest rounds: what else the machine does only ever adds.
      const [bound, free] = [Math.min(...of("bound")), Math.min(...of("free"))];
      const reference = `${bound.toFixed(2)} ms; as the owner ${free.toFixed(2)} ms`;
      return {
        target: "C2",
        what: `row-level security, ${name}, p50`,
        value: bound / free,
        unit: "×",
        asked: { atMost: 1.1 },
        reference,
      };
    });
  });
}
