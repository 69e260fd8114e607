import { type Answer, readUntil } from "../../e2e/fixtures/read-from.ts";
import { type Figure, percentile, progress } from "../figures.ts";
import type { Portal } from "./portal.ts";

/** Reads a page on every portal until the condition holds everywhere; the time the slowest one took. */
async function everywhere(
  portals: readonly Portal[],
  branch: string,
  paths: readonly string[],
  holds: (answer: Answer) => boolean,
): Promise<number> {
  const begun = performance.now();
  await Promise.all(
    portals.flatMap((portal) => paths.map((path) => readUntil(() => portal.read(branch, path), holds, 10_000))),
  );
  return performance.now() - begun;
}

/** P6: from the secretary's decision to what readers of two instances see, in page, lists and feed. */
export async function measureFreshness(portals: readonly Portal[], options: { quick: boolean }): Promise<Figure[]> {
  const [first] = portals;
  if (first === undefined) return [];
  const { branch } = first.article;
  const desk = await first.desk(branch);
  const shown: number[] = [];
  const gone: number[] = [];
  let left = 0;
  const rounds = options.quick ? 5 : 40;
  for (let round = 0; round < rounds; round += 1) {
    progress(`P6: publication ${round + 1} of ${rounds}`);
    const title = `基准测试第${round + 1}篇报道`;
    const submitted = await desk.submit(title, "这是一篇用来测量发布速度的报道。");
    const paths = ["/", "/c/activities", "/feed.xml", `/a/${submitted.no}`];
    for (const portal of portals) for (const path of paths) await portal.read(branch, path);
    const live = await desk.approveAndPublish(submitted);
    shown.push(await everywhere(portals, branch, paths, ({ body }) => body.includes(title)));
    await desk.withdraw(live);
    gone.push(await everywhere(portals, branch, paths, ({ body }) => !body.includes(title)));
    for (const portal of portals)
      for (const path of paths) if ((await portal.read(branch, path)).body.includes(title)) left += 1;
  }
  const reference = `${rounds} publications, ${portals.length} instances, page, home, column and feed`;
  return [
    {
      target: "P6",
      what: "approved → visible on every instance, p99",
      value: percentile(shown, 99),
      unit: "ms",
      asked: { atMost: 1_000 },
      reference,
    },
    {
      target: "P6",
      what: "taken down → gone from every instance, p99",
      value: percentile(gone, 99),
      unit: "ms",
      asked: { atMost: 2_000 },
      reference,
    },
    {
      target: "P6",
      what: "answers that still held it afterwards",
      value: left,
      unit: "",
      asked: { atMost: 0 },
      reference,
    },
  ];
}
