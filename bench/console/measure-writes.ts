import { connectDatabase, disconnectDatabase } from "@zhibu/db/connection";
import { type Figure, progress } from "../figures.ts";
import { ordinaryPlaces } from "./cast.ts";
import type { College } from "./colleges.ts";
import { deeds } from "./deeds.ts";
import { newPiece, type Piece } from "./piece.ts";
import { keepRound, quietest, type Rounds } from "./timing.ts";
import { timeEmptyWaves, timeWaves, type Waves, withQueue } from "./write-times.ts";

const atOnce = 20;
const empty = "an empty transaction";

/** Where the people sit who write at once: one each in as many branches, or all in one, whose trail is one line. */
type Seats = { where: string; pieces: readonly Piece[] };

async function seatsIn(college: College): Promise<Seats[]> {
  const places = await ordinaryPlaces(college, atOnce);
  const pieces: Piece[] = [];
  for (const place of places) pieces.push(await newPiece(place));
  const together: Piece[] = [];
  const [first] = places;
  if (!first) throw new Error("the college has no branch");
  for (let index = 0; index < atOnce; index += 1) together.push(await newPiece(first));
  return [
    { where: `in ${places.length} branches`, pieces },
    { where: "in one branch", pieces: together },
  ];
}

async function timeAll(seats: readonly Seats[], quick: boolean): Promise<Rounds> {
  const times: Rounds = new Map();
  const waves: Waves = quick ? { warmUps: 2, counted: 4 } : { warmUps: 4, counted: 10 };
  for (let round = 1; round <= (quick ? 2 : 5); round += 1) {
    progress(`C2: round ${round}`);
    keepRound(times, empty, await timeEmptyWaves(atOnce, waves));
    for (const deed of deeds) {
      for (const { where, pieces } of seats)
        keepRound(times, `${deed.name}, ${atOnce} at once ${where}`, await timeWaves(deed, pieces, waves));
      keepRound(
        times,
        deed.name,
        await timeWaves(deed, seats[0]?.pieces.slice(0, 1) ?? [], { warmUps: 4, counted: 30 }),
      );
    }
  }
  return times;
}

/** C2: saving and approving, many at once, through session and transport, by one process on a pool of its usual size. */
export async function measureWrites(college: College, { quick }: { quick: boolean }): Promise<Figure[]> {
  connectDatabase(college.appUrl);
  try {
    return await withQueue(college, async () => {
      const seats = await seatsIn(college);
      const times = await timeAll(seats, quick);
      const nothing = quietest(times, empty);
      return deeds.flatMap(({ name, atMost }) =>
        seats.map(({ where }): Figure => {
          const what = `${name}, ${atOnce} at once ${where}`;
          const { p50, p95 } = quietest(times, what);
          const reference = [
            `p50 ${p50.toFixed(1)} ms`,
            `one alone ${quietest(times, name).p50.toFixed(1)} ms`,
            `${atOnce} empty transactions at once: p95 ${nothing.p95.toFixed(1)} ms`,
          ].join("; ");
          return { target: "C2", what: `${what}, p95`, value: p95, unit: "ms", asked: { atMost }, reference };
        }),
      );
    });
  } finally {
    await disconnectDatabase();
  }
}
