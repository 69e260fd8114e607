import { allProcedures } from "@zhibu/api/testing/procedures";
import { connectDatabase, disconnectDatabase } from "@zhibu/db/connection";
import { withOffice } from "@zhibu/db/scope";
import { type Figure, progress } from "../figures.ts";
import type { College } from "./colleges.ts";
import { deepPage, listFigures } from "./list-figures.ts";
import { type List, lists } from "./lists.ts";
import { explain } from "./plans.ts";
import { type Rounds, type Run, type Stage, timeRound } from "./timing.ts";
import { cursorOfPage, look } from "./visit.ts";

const pageSize = 20;

/** The reference of every time: what a transaction of the same kind costs that asks for nothing. */
const emptyTransaction: Run = { name: "an empty transaction", run: () => withOffice((tx) => tx.$queryRaw`SELECT 1`) };

function wanted(only: readonly string[]): readonly List[] {
  const known = new Set(allProcedures().map((procedure) => procedure.path));
  const named = lists.filter(
    ({ name }) => only.length === 0 || only.some((start) => name.toUpperCase().startsWith(start)),
  );
  for (const { name } of named.filter((list) => !known.has(list.path))) progress(`${name}: there is no such procedure`);
  return named.filter((list) => known.has(list.path));
}

/** Runs of the lists that answer; one that fails is told of and left out. */
async function runsOf({ cast }: Stage, asked: readonly List[]): Promise<Run[]> {
  const runs: Run[] = [];
  for (const list of asked) {
    const run: Run["run"] = (who) => look(who, list);
    try {
      await run(cast);
      runs.push({ name: list.name, run });
    } catch (error) {
      progress(`${list.name}: LEFT OUT, ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return runs;
}

/** The far page of every list that pages and is long enough to have one. */
async function deepRunsOf({ cast }: Stage, asked: readonly List[]): Promise<Run[]> {
  const runs: Run[] = [];
  for (const list of asked.filter(({ limitMax }) => limitMax !== undefined)) {
    const cursor = await cursorOfPage(cast, list, deepPage, pageSize);
    if (cursor === null) progress(`${list.name}: shorter than ${deepPage} pages`);
    else
      runs.push({ name: `${list.name}, page ${deepPage}`, run: (who) => look(who, list, { cursor, limit: pageSize }) });
  }
  return runs;
}

async function connectedTo<T>(college: College, work: () => Promise<T>): Promise<T> {
  connectDatabase(college.appUrl, 4);
  try {
    return await work();
  } finally {
    await disconnectDatabase();
  }
}

export type Stages = { reference: Stage; large: Stage };

/** C1: the console's lists, each beside an empty transaction and beside the same list of a small college. */
export async function measureLists(
  { reference, large }: Stages,
  { quick, only }: { quick: boolean; only: readonly string[] },
): Promise<Figure[]> {
  const asked = wanted(only);
  const { runs, deep } = await connectedTo(large.college, async () => {
    const answering = await runsOf(large, asked);
    const names = new Set(answering.map(({ name }) => name));
    return {
      runs: answering,
      deep: await deepRunsOf(
        large,
        asked.filter(({ name }) => names.has(name)),
      ),
    };
  });
  progress("plans");
  const explained = await explain(large, [...runs, ...deep]);
  const times: Record<"large" | "reference", Rounds> = { large: new Map(), reference: new Map() };
  const rounds = quick ? 2 : 5;
  for (let round = 1; round <= rounds; round += 1) {
    progress(`C1: round ${round} of ${rounds}`);
    await timeRound(reference, [emptyTransaction, ...runs], quick ? 10 : 40, times.reference);
    await timeRound(large, [emptyTransaction, ...runs, ...deep], quick ? 10 : 60, times.large);
  }
  return listFigures({ runs, deep, times, explained, empty: emptyTransaction.name });
}
