import pg from "pg";
import { progressBar } from "../progress-bar.ts";
import { ensureCollegeStaff } from "./college-staff.ts";
import { insertArticles, planStatements } from "./insert-articles.ts";
import { insertTimelines, insertTrail } from "./insert-history.ts";
import { insertMedia } from "./insert-media.ts";
import { insertNotices } from "./insert-notices.ts";
import { insertPublicity } from "./insert-publicity.ts";
import { insertDutiesOf, insertPushes } from "./insert-pushes.ts";
import { ensureCollege, makeBranches, shareArticles, type SyntheticBranch } from "./synthetic-branches.ts";
import { layOutStock, readTextStock } from "./text-stock.ts";

export type SyntheticOptions = {
  branches: number;
  articles: number;
  now: Date;
  /** All synthetic accounts' password. */
  password: string;
  appUrl: string;
  ownerUrl: string;
};

async function withClient<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function writeArticles(
  client: pg.Client,
  branches: readonly SyntheticBranch[],
  options: SyntheticOptions,
): Promise<void> {
  const { articles, now } = options;
  const stock = readTextStock(now);
  await layOutStock(client, stock);
  await insertMedia(client, branches, now);
  const bar = progressBar("articles");
  let done = 0;
  for (const stretches of planStatements(branches)) {
    done += await insertArticles(client, stretches, { now, stock });
    bar.show(done, articles);
  }
  bar.end();
}

/** What life leaves beside articles: timelines, a trail, notices, pushes, proposals, corrections and publicity lists. */
async function writeTraces(
  client: pg.Client,
  branches: readonly SyntheticBranch[],
  { articles, now }: SyntheticOptions,
): Promise<void> {
  await insertTimelines(client, branches);
  await insertNotices(client, branches, now);
  await insertPushes(client, branches);
  await insertDutiesOf(client, branches);
  await insertPublicity(client, branches, now);
  const bar = progressBar("audit trail");
  let done = 0;
  for (const branch of branches) {
    done += await insertTrail(client, branch);
    bar.show(done, articles);
  }
  bar.end();
}

/** Numbers go on behind what was written, and every instance is told that there is more to see. */
async function finish(client: pg.Client, branches: readonly SyntheticBranch[]): Promise<void> {
  const ids = branches.map(({ tenantId }) => tenantId);
  await client.query(
    "UPDATE branch b SET article_seq = (SELECT coalesce(max(no), 0) FROM article a WHERE a.tenant_id = b.id) WHERE b.id = ANY ($1::uuid[])",
    [ids],
  );
  for (const id of ids) {
    await client.query("BEGIN");
    await client.query("SELECT set_config('app.tenant_id', $1, true), bump_site_version(false)::text", [id]);
    await client.query("COMMIT");
  }
}

/**
 * Adds branches and articles by the million, for measuring: cheap texts composed in the server, no workflow behind them.
 * Each statement stands for itself: what is written before an interruption stays.
 */
export async function seedSynthetic(options: SyntheticOptions): Promise<void> {
  await ensureCollege("合成学院");
  await ensureCollegeStaff(options.password);
  const bar = progressBar("branches");
  const shares = shareArticles(options.branches, options.articles);
  const branches = await makeBranches(shares, options.password, bar.show);
  bar.end();
  await withClient(options.appUrl, async (client) => {
    await client.query(
      "SELECT set_config('role', 'zhibu_office', false), set_config('synchronous_commit', 'off', false)",
    );
    await writeArticles(client, branches, options);
    await writeTraces(client, branches, options);
    await finish(client, branches);
  });
  // Plans made for an empty table are no use for a full one; only the owner may look again.
  await withClient(options.ownerUrl, (client) => client.query("ANALYZE"));
}
