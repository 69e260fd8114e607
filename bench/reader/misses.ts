import { type Figure, median, percentile, progress } from "../figures.ts";
import { crawl } from "./crawl.ts";
import type { Portal } from "./portal.ts";

/** P3: pages rendered one by one on a portal that keeps nothing, and 200 readers at once of a page that is not ready. */
export async function measureMisses(
  portal: Portal,
  keepingNothing: Portal,
  options: { quick: boolean },
): Promise<Figure[]> {
  progress("P3: misses");
  const addresses = (await crawl(keepingNothing, options.quick ? 60 : 300)).filter(({ status }) => status === 200);
  const times: number[] = [];
  for (let index = 0; index < (options.quick ? 200 : 1_000); index += 1) {
    const { branch, path } = addresses[(index * 7) % addresses.length] ?? { branch: "", path: "/" };
    const begun = performance.now();
    await keepingNothing.read(branch, path);
    times.push(performance.now() - begun);
  }
  const before = await portal.health();
  await Promise.all(
    Array.from({ length: 200 }, (_, index) => portal.read(portal.article.branch, `/c/news?fresh=${index}`)),
  );
  const after = await portal.health();
  const rendered = (after["renders"] ?? 0) - (before["renders"] ?? 0);
  const reference = `median ${median(times).toFixed(1)} ms of ${times.length} misses, on the database of this run`;
  return [
    { target: "P3", what: "a miss, p95", value: percentile(times, 95), unit: "ms", asked: { atMost: 25 }, reference },
    {
      target: "P3",
      what: "renderings for 200 simultaneous misses of one page",
      value: rendered,
      unit: "",
      asked: { atMost: 1 },
    },
  ];
}
