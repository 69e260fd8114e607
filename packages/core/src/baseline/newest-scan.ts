import type { Tx } from "@zhibu/db/scope";

/** The last search for what a change of the fact or the term left behind; null when there was none. */
export async function newestScan(tx: Tx, subjectId: string) {
  const scan = await tx.correctionScan.findFirst({
    where: { subjectId },
    orderBy: { createdAt: "desc" },
    include: { _count: { select: { findings: true } } },
  });
  if (!scan) return null;
  const sure = await tx.correctionFinding.count({ where: { scanId: scan.id, sure: true } });
  const { id, state, version, branchesTotal, branchesDone, createdAt, endedAt, startedByName, _count } = scan;
  return {
    id,
    state,
    version,
    branchesTotal,
    branchesDone,
    createdAt,
    endedAt,
    startedByName,
    found: _count.findings,
    sure,
  };
}
