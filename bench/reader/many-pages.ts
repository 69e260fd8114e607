import { writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "../../e2e/fixtures/portal-process.ts";
import { type Figure, median, progress } from "../figures.ts";
import { startProgram } from "../programs.ts";
import { load } from "../wrk.ts";
import { branchCount, pagesPerBranch } from "./many-pages-size.ts";
import type { Portal } from "./portal.ts";

const serverProgram = fileURLToPath(new URL("many-pages-server.ts", import.meta.url));

/** wrk's part: both scripts do the same work, one of them always comes out at the same page. */
function script(branches: number, pages: number): string {
  return `math.randomseed(7)
request = function()
  local branch = math.random(0, ${branchCount - 1}) % ${branches}
  local page = math.random(1, ${pagesPerBranch}) % ${pages}
  return wrk.format("GET", "/a/" .. (page + 1), { ["Host"] = "b" .. branch .. ".localhost", ["Accept-Encoding"] = "gzip" })
end`;
}

/** P2: random reads over 50,000 ready pages, against one hot page of the same process. */
export async function measureManyPages(portal: Portal, folder: string, options: { quick: boolean }): Promise<Figure[]> {
  progress(`P2: ${branchCount} branches × ${pagesPerBranch} pages`);
  const { branch, path: page } = portal.article;
  const files = {
    page: path.join(folder, "many.html"),
    hot: path.join(folder, "hot.lua"),
    random: path.join(folder, "random.lua"),
  };
  await writeFile(files.page, (await portal.read(branch, page)).body);
  await writeFile(files.hot, script(1, 1));
  await writeFile(files.random, script(branchCount, pagesPerBranch));
  const port = await freePort();
  const server = await startProgram(process.execPath, [serverProgram, files.page, String(port)], { ready: /ready/u });
  const ratios: number[] = [];
  const speeds: number[] = [];
  try {
    for (let round = 0; round <= (options.quick ? 1 : 3); round += 1) {
      const url = `http://127.0.0.1:${port}`;
      const seconds = round === 0 ? 1 : options.quick ? 2 : 5;
      const hot = await load({ url, seconds, script: files.hot });
      const random = await load({ url, seconds, script: files.random });
      if (round === 0) continue;
      ratios.push(random.requestsPerSecond / hot.requestsPerSecond);
      speeds.push(hot.requestsPerSecond);
    }
  } finally {
    await server.stop();
  }
  const reference = `one hot page: ${Math.round(median(speeds)).toLocaleString("en")} req/s; gzip; ready pages without database`;
  return [
    {
      target: "P2",
      what: `random reads over ${branchCount * pagesPerBranch} pages ÷ one hot page`,
      value: median(ratios),
      unit: "×",
      asked: { atLeast: 0.8 },
      reference,
    },
  ];
}
