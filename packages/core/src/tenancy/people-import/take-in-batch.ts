import type { ImportRun } from "@zhibu/db/generated/client";
import { withOffice, type Tx } from "@zhibu/db/scope";
import { compareWithKnown, type ComparedRow } from "@zhibu/domain/tenancy/people-import/compare-people-rows";
import type { RowProblem } from "@zhibu/domain/tenancy/people-import/people-row";
import { notify } from "../../notifications/notify.ts";
import { lockPeople } from "../suggest-login-name.ts";
import { lockImportRun } from "./get-import.ts";
import { knownPeople } from "./known-people.ts";
import { makePeople } from "./make-people.ts";
import { readStoredData, readStoredNotes } from "./stored-row.ts";

/** Small enough to be lost without regret, large enough that its statements don't count. */
export const batchRows = 200;

/**
 * Takes in the next rows of a running import, all or none of them, and says whether there may be more. Rows that no
 * longer fit (a login name given away since the preview, a branch archived) are left out with their reason.
 */
export async function takeInBatch(importId: string, now: () => Date): Promise<"more" | "ended"> {
  return withOffice(async (tx) => {
    const run = await lockImportRun(tx, importId);
    if (run.state !== "running") return "ended";
    const pending = await tx.importRow.findMany({
      where: { importId, doneAt: null, problems: { equals: [] } },
      orderBy: { rowNo: "asc" },
      take: batchRows,
    });
    if (pending.length === 0) return finish(tx, run, now());
    const rows = pending.flatMap(({ rowNo, data }) => {
      const { row } = readStoredData(data);
      return row ? [{ rowNo, row }] : [];
    });
    await lockPeople(tx);
    const known = await knownPeople(tx, rows);
    const problems = compareWithKnown(rows, known, readStoredNotes(run.notes).places);
    const [good, bad] = partition(rows, problems);
    const at = now();
    const made = await makePeople(tx, run, good, known, at);
    await markDone(tx, importId, made, at);
    for (const { rowNo } of bad) await markBad(tx, importId, rowNo, problems.get(rowNo) ?? []);
    await tx.importRun.update({
      where: { id: importId },
      data: { rowsDone: { increment: good.length }, rowsBad: { increment: bad.length }, progressedAt: at },
    });
    return "more";
  });
}

function partition(rows: readonly ComparedRow[], problems: ReadonlyMap<number, RowProblem[]>) {
  const isGood = ({ rowNo }: ComparedRow) => (problems.get(rowNo) ?? []).length === 0;
  return [rows.filter(isGood), rows.filter((row) => !isGood(row))] as const;
}

async function markDone(tx: Tx, importId: string, made: readonly { rowNo: number; userId: string }[], at: Date) {
  const rowNos = made.map(({ rowNo }) => rowNo);
  const userIds = made.map(({ userId }) => userId);
  await tx.$executeRaw`
    UPDATE import_row r SET done_at = ${at}, made_id = m.user_id
    FROM unnest(${rowNos}::int[], ${userIds}::uuid[]) AS m (row_no, user_id)
    WHERE r.import_id = ${importId}::uuid AND r.row_no = m.row_no`;
}

async function markBad(tx: Tx, importId: string, rowNo: number, problems: RowProblem[]): Promise<void> {
  await tx.importRow.update({
    where: { importId_rowNo: { importId, rowNo } },
    data: { problems },
  });
}

async function finish(tx: Tx, run: ImportRun, now: Date): Promise<"ended"> {
  await tx.importRun.update({
    where: { id: run.id },
    data: { state: "done", endedAt: now, version: { increment: 1 } },
  });
  await notify(tx, {
    branchId: null,
    userIds: [run.startedById],
    kind: "import.finished",
    params: { count: run.rowsDone },
    path: `/office/people/imports/${run.id}`,
    occasion: `import.finished:${run.id}`,
    now,
  });
  return "ended";
}
