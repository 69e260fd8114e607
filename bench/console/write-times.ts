import { migrateJobs } from "@zhibu/core/jobs";
import { connectQueue, disconnectQueue } from "@zhibu/core/kernel/queue";
import { withStartLock } from "@zhibu/db/migrations";
import { withOffice } from "@zhibu/db/scope";
import { progress } from "../figures.ts";
import type { College } from "./colleges.ts";
import type { Deed } from "./deeds.ts";
import type { Piece } from "./piece.ts";

/** What is written puts in jobs, as in the application; nobody here works on them. */
export async function withQueue<T>({ ownerUrl, appUrl }: College, work: () => Promise<T>): Promise<T> {
  await withStartLock(ownerUrl, () => migrateJobs(ownerUrl));
  await connectQueue(appUrl, (error) => progress(`the queue: ${error.message}`));
  try {
    return await work();
  } finally {
    await disconnectQueue();
  }
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await run();
  return performance.now() - begun;
}

export type Waves = { warmUps: number; counted: number };

/** Does it to all pieces at once, wave after wave; each one's time runs from the moment all of them began. */
export async function timeWaves(deed: Deed, pieces: readonly Piece[], waves: Waves): Promise<number[]> {
  const times: number[] = [];
  for (let wave = -waves.warmUps; wave < waves.counted; wave += 1) {
    for (const piece of pieces) await deed.before(piece);
    const taken = await Promise.all(pieces.map((piece) => timed(() => deed.run(piece))));
    if (wave >= 0) times.push(...taken);
    for (const piece of pieces) await deed.after(piece);
  }
  return times;
}

/** The reference: as many transactions at once that ask for nothing. */
export async function timeEmptyWaves(atOnce: number, waves: Waves): Promise<number[]> {
  const times: number[] = [];
  for (let wave = -waves.warmUps; wave < waves.counted; wave += 1) {
    const empty = () => withOffice((tx) => tx.$queryRaw`SELECT 1`);
    const taken = await Promise.all(Array.from({ length: atOnce }, () => timed(empty)));
    if (wave >= 0) times.push(...taken);
  }
  return times;
}
