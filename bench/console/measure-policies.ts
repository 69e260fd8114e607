import { connectThrough, disconnectDatabase } from "@zhibu/db/connection";
import { withOffice } from "@zhibu/db/scope";
import { type Figure, median, progress } from "../figures.ts";
import { placeIn } from "./cast.ts";
import { type Deed, deeds } from "./deeds.ts";
import { lists } from "./lists.ts";
import { newPiece, type Piece } from "./piece.ts";
import type { Stage } from "./timing.ts";
import { TwoSidedPool } from "./two-sided-pool.ts";
import { look } from "./visit.ts";
import { withQueue } from "./write-times.ts";

/** Lists whose every row a policy looks at. */
const looked = ["articles.list all", "articles.counts", "desk.dashboard"];

const sides = ["free", "bound"] as const;

/** A named statement's plan settles after five runs, on each side. */
const warmUps = 10;

type Run = Omit<Deed, "atMost">;

function runsOf({ cast }: Stage): Run[] {
  const nothing = (): Promise<void> => Promise.resolve();
  const looks = lists
    .filter(({ name }) => looked.includes(name))
    .map((list) => ({
      name: list.name,
      before: nothing,
      run: async () => void (await look(cast, list)),
      after: nothing,
    }));
  return [...looks, ...deeds];
}

/** A measurement of two sides that are one would show that policies cost nothing. */
async function assertSides(pool: TwoSidedPool): Promise<void> {
  for (const side of sides) {
    pool.side = side;
    const [scope] = await withOffice(
      (tx) => tx.$queryRaw<{ isBound: boolean }[]>`SELECT row_security_active('article') AS "isBound"`,
    );
    if (scope?.isBound !== (side === "bound")) throw new Error(`policies are not as ${side} needs them`);
  }
}

/** Milliseconds of each side, one run of each by turns. */
async function timeBySides(pool: TwoSidedPool, { before, run, after }: Run, piece: Piece, counted: number) {
  const times: Record<(typeof sides)[number], number[]> = { free: [], bound: [] };
  for (let index = -warmUps; index < counted; index += 1) {
    // Whoever comes second finds warmer caches; both do as often.
    for (const side of index % 2 === 0 ? sides : sides.toReversed()) {
      pool.side = side;
      await before(piece);
      const begun = performance.now();
      await run(piece);
      if (index >= 0) times[side].push(performance.now() - begun);
      await after(piece);
    }
  }
  return times;
}

/** C2: what row-level security costs: the same statements as the application's login, and as the owner, whom it does not bind. */
export async function measurePolicies(stage: Stage, { quick }: { quick: boolean }): Promise<Figure[]> {
  const pool = new TwoSidedPool(stage.college);
  connectThrough(pool);
  try {
    await assertSides(pool);
    return await withQueue(stage.college, async () => {
      const piece = await newPiece(await placeIn(stage.college, "ordinary"));
      const figures: Figure[] = [];
      for (const run of runsOf(stage)) {
        progress(`C2: policies, ${run.name}`);
        const { bound, free } = await timeBySides(pool, run, piece, quick ? 50 : 400);
        const reference = `${median(bound).toFixed(2)} ms; as the owner ${median(free).toFixed(2)} ms`;
        const what = `row-level security, ${run.name}, p50`;
        figures.push({
          target: "C2",
          what,
          value: median(bound) / median(free),
          unit: "×",
          asked: { atMost: 1.1 },
          reference,
        });
      }
      return figures;
    });
  } finally {
    await disconnectDatabase();
    await pool.endAll();
  }
}
