import { withOffice, type Tx } from "@zhibu/db/scope";
import { bodyText } from "@zhibu/domain/articles/document/body-text";
import { parseBody } from "@zhibu/domain/articles/document/parse-body";
import { factsIn, type CollegeBaseline } from "@zhibu/domain/baseline/college-baseline";
import { factTextOf } from "@zhibu/domain/baseline/fact-text";
import { readBaseline } from "../../baseline/college-baseline.ts";
import { tellSitesOfFact } from "../../baseline/tell-sites.ts";

const batchSize = 100;

/**
 * The plain text of live and working revisions that show a fact, which search and summaries read, follows its value.
 * The revision itself stays what was approved. Safe to run again at any time.
 */
export async function refreshFactTexts(factId: string, now: () => Date): Promise<number> {
  let after = "00000000-0000-0000-0000-000000000000";
  let changed = 0;
  for (;;) {
    const batch = await withOffice((tx) => refreshBatch(tx, factId, after, now()));
    changed += batch.changed;
    if (batch.lastId === null) break;
    after = batch.lastId;
  }
  if (changed > 0) await withOffice((tx) => tellSitesOfFact(tx, factId));
  return changed;
}

async function refreshBatch(
  tx: Tx,
  factId: string,
  after: string,
  now: Date,
): Promise<{ changed: number; lastId: string | null }> {
  const revisions = await tx.revision.findMany({
    where: {
      id: { gt: after },
      facts: { some: { factId } },
      OR: [{ liveOf: { isNot: null } }, { workingOf: { isNot: null } }],
    },
    orderBy: { id: "asc" },
    take: batchSize,
    select: {
      tenantId: true,
      id: true,
      body: true,
      bodyText: true,
      eventAt: true,
      column: { select: { module: true } },
      article: { select: { publishedAt: true } },
    },
  });
  const baseline = revisions.length > 0 ? await readBaseline(tx, now) : null;
  let changed = 0;
  for (const revision of revisions) {
    const text = baseline && plainText(revision, baseline);
    if (text === null || text === revision.bodyText) continue;
    const { tenantId, id } = revision;
    await tx.revision.update({ where: { tenantId_id: { tenantId, id } }, data: { bodyText: text } });
    changed += 1;
  }
  return { changed, lastId: revisions.length === batchSize ? (revisions.at(-1)?.id ?? null) : null };
}

type Shown = {
  body: unknown;
  eventAt: Date | null;
  column: { module: "news" | "organisation" | "education" | "special" };
  article: { publishedAt: Date | null };
};

function plainText({ body, eventAt, column, article }: Shown, baseline: CollegeBaseline): string {
  const values = factsIn(baseline, { module: column.module, eventAt, publishedAt: article.publishedAt });
  return bodyText(parseBody(body), factTextOf(values));
}
