import { connectDatabase, disconnectDatabase } from "@zhibu/db/connection";
import { type Place, placeIn } from "../console/cast.ts";
import type { College } from "../console/colleges.ts";
import { newPiece, type Piece, save } from "../console/piece.ts";
import { keepRound, quietest, type Rounds } from "../console/timing.ts";
import { visit } from "../console/visit.ts";
import { withQueue } from "../console/write-times.ts";
import { type Figure, progress } from "../figures.ts";

/** What is compared between a small college and a large one, in a branch that differs in nothing else. */
export type Growth = {
  target: string;
  /** What grows, and from how many to how many. */
  from: string;
  to: string;
  which: "ordinary" | "largest";
  small: College;
  large: College;
  asked: { list: number; save: number };
};

type Desk = { place: Place; piece: Piece };
type Task = { name: string; kind: "list" | "save"; run: (desk: Desk) => Promise<unknown> };

function list(name: string, input: object): Task {
  const run = ({ place }: Desk) => visit(place.webmaster, "articles.list", { branch: place.slug, ...input });
  return { name, kind: "list", run };
}

const tasks: readonly Task[] = [
  list("list of articles", { tab: "all" }),
  list("list of live articles", { tab: "live" }),
  list("search in the list", { tab: "all", search: "党员" }),
  { name: "save", kind: "save", run: ({ piece }) => save(piece) },
];

/** Enough for plans to settle; what a new connection costs is nobody's everyday. */
const warmUps = 8;

async function timeTasks({ appUrl }: College, desk: Desk, counted: number, into: Rounds): Promise<void> {
  connectDatabase(appUrl, 1);
  try {
    for (const { name, run } of tasks) {
      const times: number[] = [];
      for (let index = -warmUps; index < counted; index += 1) {
        const begun = performance.now();
        await run(desk);
        if (index >= 0) times.push(performance.now() - begun);
      }
      keepRound(into, name, times);
    }
  } finally {
    await disconnectDatabase();
  }
}

async function deskIn(college: College, which: Growth["which"]): Promise<Desk> {
  connectDatabase(college.appUrl, 1);
  try {
    const place = await placeIn(college, which);
    return { place, piece: await newPiece(place) };
  } finally {
    await disconnectDatabase();
  }
}

/** Lists and saving, one after the other, in both colleges by turns. */
export async function measureConsoleGrowth(growth: Growth, { quick }: { quick: boolean }): Promise<Figure[]> {
  const { target, from, to, which, small, large, asked } = growth;
  // A save puts no job in, but what it does may; one queue will do, for nothing is waited for.
  return withQueue(large, async () => {
    const desks = { small: await deskIn(small, which), large: await deskIn(large, which) };
    const times: Record<"small" | "large", Rounds> = { small: new Map(), large: new Map() };
    for (let round = 1; round <= (quick ? 2 : 15); round += 1) {
      progress(`${target}: round ${round}`);
      await timeTasks(small, desks.small, quick ? 20 : 100, times.small);
      await timeTasks(large, desks.large, quick ? 20 : 100, times.large);
    }
    return tasks.map(({ name, kind }): Figure => {
      const [before, after] = [quietest(times.small, name), quietest(times.large, name)];
      const reference = `${after.p95.toFixed(1)} ms, before ${before.p95.toFixed(1)} ms; at p50 ${(after.p50 / before.p50).toFixed(2)} ×`;
      const what = `${name}, ${from} → ${to}, p95`;
      return { target, what, value: after.p95 / before.p95, unit: "×", asked: { atMost: asked[kind] }, reference };
    });
  });
}
