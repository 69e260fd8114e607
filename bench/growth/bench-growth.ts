import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildIfNeeded } from "../../scripts/build-if-needed.ts";
import type { BenchOptions } from "../bench-options.ts";
import { type Size, startCollegeServer } from "../console/colleges.ts";
import type { Figure } from "../figures.ts";
import { measureConsoleGrowth } from "./console-growth.ts";
import { measureMemoryGrowth, measureMissGrowth } from "./reader-growth.ts";

type Sizes = Record<"fewBranches" | "fewArticles" | "large", Size>;

/** Few branches with as many articles each as the large college's ordinary ones; few articles in as many branches. */
const sizes = {
  full: {
    fewBranches: { branches: 10, articles: 10_000 },
    fewArticles: { branches: 1_000, articles: 1_000 },
    large: { branches: 1_000, articles: 1_000_000 },
  },
  small: {
    fewBranches: { branches: 5, articles: 5_000 },
    fewArticles: { branches: 50, articles: 1_000 },
    large: { branches: 50, articles: 50_000 },
  },
} as const satisfies Record<string, Sizes>;

const count = (value: number): string => value.toLocaleString("en");

/**
 * G1 and G2: what a hundred times the branches, and a thousand times the articles, cost somebody who works in one branch
 * or reads its site. G1 looks from a branch of ordinary size, G2 from the largest, whose articles grow with the college's.
 */
export async function benchGrowth({ quick, small, built, data, only }: BenchOptions): Promise<Figure[]> {
  const wants = (target: string): boolean => only.length === 0 || only.includes(target);
  if (!built) await buildIfNeeded();
  const size = small ? sizes.small : sizes.full;
  const folder = await mkdtemp(path.join(tmpdir(), "zhibu-growth-"));
  const server = await startCollegeServer(path.resolve(data));
  const figures: Figure[] = [];
  try {
    const large = await server.college(size.large);
    if (wants("G1")) {
      const colleges = { small: await server.college(size.fewBranches), large };
      const range = { from: count(colleges.small.branches), to: `${count(large.branches)} branches` };
      const asked = { list: 1.15, save: 1.15 };
      const growth = { target: "G1", which: "ordinary", ...range, ...colleges, asked } as const;
      figures.push(...(await measureConsoleGrowth(growth, { quick })));
      figures.push(...(await measureMemoryGrowth(colleges, { folder, what: `${range.from} → ${range.to}` })));
    }
    if (wants("G2")) {
      const colleges = { small: await server.college(size.fewArticles), large };
      const range = { from: count(colleges.small.articles), to: `${count(large.articles)} articles` };
      const growth = {
        target: "G2",
        which: "largest",
        ...range,
        ...colleges,
        asked: { list: 1.3, save: 1.2 },
      } as const;
      figures.push(...(await measureConsoleGrowth(growth, { quick })));
      figures.push(...(await measureMissGrowth(colleges, { folder, quick, what: `${range.from} → ${range.to}` })));
    }
    return figures;
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
