import { type BranchDesk, branchDesk } from "../../e2e/fixtures/branch-desk.ts";
import { type PortalProcess, startPortal } from "../../e2e/fixtures/portal-process.ts";
import { type Answer, ask, readFrom } from "../../e2e/fixtures/read-from.ts";

/** A running portal, as the benchmarks need it. */
export type Portal = {
  port: number;
  /** A typical article and the pages around it. */
  article: { branch: string; path: string };
  read: (branch: string, path: string) => Promise<Answer>;
  ask: typeof ask;
  desk: (branch: string) => Promise<BranchDesk>;
  health: () => Promise<Record<string, number>>;
  end: PortalProcess["end"];
};

function hostOf(branch: string): string {
  return branch === "" ? "localhost" : `${branch}.localhost`;
}

/** The longest article the branch's feed lists: what a reader waits for most. */
async function longestArticle(port: number, branch: string): Promise<string> {
  const feed = await readFrom(port, hostOf(branch), "/feed.xml");
  const paths = [...feed.body.matchAll(/\/a\/\d+/gu)].map(([found]) => found);
  let longest = { path: "/", length: 0 };
  for (const path of new Set(paths)) {
    const { body } = await readFrom(port, hostOf(branch), path);
    if (body.length > longest.length) longest = { path, length: body.length };
  }
  return longest.path;
}

export type PortalOptions = {
  databaseUrl: string;
  dataDir: string;
  cacheBytes?: number;
  branch: string;
  env?: Readonly<Record<string, string>>;
};

/** Starts the real server on a database; the first start on an empty one seeds the demo college. */
export async function runPortal({
  databaseUrl,
  dataDir,
  cacheBytes,
  branch,
  env = {},
}: PortalOptions): Promise<Portal> {
  if (cacheBytes === undefined) delete process.env["CACHE_BYTES"];
  else process.env["CACHE_BYTES"] = String(cacheBytes);
  const portal = await startPortal({ databaseUrl, dataDir, env });
  const { port, end } = portal;
  return {
    port,
    article: { branch, path: await longestArticle(port, branch) },
    read: (name, path) => readFrom(port, hostOf(name), path),
    ask,
    desk: (name) => branchDesk(port, name),
    // The health answer's counters are numbers; its words are not asked for here.
    health: async () => JSON.parse((await readFrom(port, "localhost", "/api/health")).body) as Record<string, number>,
    end,
  };
}
