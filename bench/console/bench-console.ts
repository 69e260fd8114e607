import path from "node:path";
import type { BenchOptions } from "../bench-options.ts";
import { type Figure, progress } from "../figures.ts";
import { castOf } from "./cast.ts";
import { type College, type Size, startCollegeServer } from "./colleges.ts";
import { measureLists } from "./measure-lists.ts";
import { measurePolicies } from "./measure-policies.ts";
import { measureWrites } from "./measure-writes.ts";
import type { Stage } from "./timing.ts";

const sizes = {
  full: { reference: { branches: 10, articles: 1_000 }, college: { branches: 1_000, articles: 1_000_000 } },
  small: { reference: { branches: 5, articles: 500 }, college: { branches: 50, articles: 50_000 } },
} as const satisfies Record<string, Record<"reference" | "college", Size>>;

async function stageOf(college: College): Promise<Stage> {
  return { college, cast: await castOf(college) };
}

/**
 * C1 and C2: the console in a college of a million articles, seen from its largest branch and from the office, and
 * written in by many at once. Requests carry a session and pass the API's transport; only the socket is missing.
 */
export async function benchConsole({ quick, small, data, only }: BenchOptions): Promise<Figure[]> {
  const size = small ? sizes.small : sizes.full;
  const targets = only.filter((name) => /^C\d$/u.test(name));
  const names = only.filter((name) => !targets.includes(name));
  // Names are those of lists.
  const wants = (target: string): boolean => only.length === 0 || targets.includes(target);
  const server = await startCollegeServer(path.resolve(data));
  const figures: Figure[] = [];
  try {
    const large = await stageOf(await server.college(size.college));
    progress(`the largest branch has ${large.cast.branch.articles} articles`);
    if (wants("C1") || names.length > 0) {
      const reference = await stageOf(await server.college(size.reference));
      figures.push(...(await measureLists({ reference, large }, { quick, only: names })));
    }
    if (wants("C2")) {
      figures.push(...(await measureWrites(large.college, { quick })));
      figures.push(...(await measurePolicies(large, { quick })));
    }
    return figures;
  } finally {
    await server.stop();
  }
}
