import { newId } from "@zhibu/db/new-id";
import { withOffice } from "@zhibu/db/scope";
import { factDayOf } from "@zhibu/domain/baseline/fact-day";
import { searchWords, type FoundWords } from "@zhibu/domain/baseline/search-words";
import { soughtBy, type Sought } from "./scan-finders.ts";
import { stockTexts, type StockText } from "./stock-texts.ts";

/**
 * Looks through every branch for what a search is about. One transaction a branch, so that it may stop anywhere and go on
 * from there; nothing is told to anybody. A search that was dropped meanwhile ends.
 */
export async function runScan(scanId: string, now: () => Date): Promise<void> {
  const scan = await withOffice((tx) => tx.correctionScan.findUnique({ where: { id: scanId } }));
  if (scan?.state !== "running") return;
  const branches = await withOffice((tx) =>
    tx.branch.findMany({ where: { state: { not: "archived" } }, orderBy: { id: "asc" }, select: { id: true } }),
  );
  await withOffice((tx) =>
    tx.correctionScan.updateMany({ where: { id: scanId, state: "running" }, data: { branchesTotal: branches.length } }),
  );
  const sought = await withOffice((tx) => soughtBy(tx, scan, now()));
  for (const [index, branch] of branches.entries()) {
    if (index < scan.branchesDone) continue;
    if (!(await scanBranch(scanId, branch.id, index + 1, sought, now()))) return;
  }
  await withOffice((tx) =>
    tx.correctionScan.updateMany({
      where: { id: scanId, state: "running" },
      data: { state: "ready", endedAt: now(), version: { increment: 1 } },
    }),
  );
}

/** Whether the search goes on. */
async function scanBranch(
  scanId: string,
  tenantId: string,
  branchesDone: number,
  sought: readonly Sought[],
  now: Date,
): Promise<boolean> {
  return withOffice(async (tx) => {
    const { count } = await tx.correctionScan.updateMany({
      where: { id: scanId, state: "running" },
      data: { branchesDone },
    });
    if (count === 0) return false;
    const texts = await stockTexts(
      tx,
      tenantId,
      sought.map(({ oldText }) => oldText),
    );
    const data = sought.flatMap((each) => findingsOf(texts, each, now));
    await tx.correctionFinding.createMany({
      data: data.map((finding) => ({ ...finding, id: newId(), tenantId, scanId })),
      skipDuplicates: true,
    });
    return true;
  });
}

type Found = FoundWords & { articleId: string; oldText: string; newText: string };

/** One finding an article: what stands in its working text counts before the live one. */
function findingsOf(texts: readonly StockText[], { oldText, newText, find, saidOn }: Sought, now: Date): Found[] {
  const found = new Map<string, Found>();
  for (const stock of texts) {
    if (isExcused(stock, oldText, saidOn, now)) continue;
    const words = searchWords(stock.text, find);
    if (words) found.set(stock.articleId, { ...words, articleId: stock.articleId, oldText, newText });
  }
  return [...found.values()];
}

/** Old news keeps the wording of its date; what is being written about that date may have it, too. */
function isExcused(stock: StockText, oldText: string, saidOn: Sought["saidOn"], now: Date): boolean {
  if (saidOn === undefined || stock.module !== "news") return false;
  return stock.isLive || saidOn(factDayOf(stock, now)) === oldText;
}
