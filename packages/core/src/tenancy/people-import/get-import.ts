import type { ImportRun } from "@zhibu/db/generated/client";
import { withOffice, type Tx } from "@zhibu/db/scope";
import { notFound } from "@zhibu/domain/kernel/app-error";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { ImportRefInput } from "@zhibu/domain/tenancy/people-import/import-inputs";
import type { OfficeContext } from "../../kernel/context.ts";
import { readStoredNotes } from "./stored-row.ts";

export type ImportOverview = ReturnType<typeof importOverview>;

/** What the screen shows of a run and asks for again while it is at work. */
export function importOverview(run: ImportRun) {
  const { id, state, version, fileName, rowsTotal, rowsBad, rowsDone, startedByName, stoppedByName } = run;
  const rowsToTake = rowsTotal - rowsBad;
  return {
    id,
    state,
    version,
    fileName,
    rowsTotal,
    rowsBad,
    rowsDone,
    rowsToTake,
    startedByName,
    stoppedByName,
    createdAt: run.createdAt,
    confirmedAt: run.confirmedAt,
    progressedAt: run.progressedAt,
    endedAt: run.endedAt,
    can: {
      confirm: state === "previewed" && rowsToTake > 0,
      cancel: state === "previewed" || state === "running",
    },
  };
}

export async function getImportRun(tx: Tx, importId: string): Promise<ImportRun> {
  const run = await tx.importRun.findUnique({ where: { id: importId } });
  if (!run) throw notFound("import.missing");
  return run;
}

/** The same, held until the transaction ends: nobody takes in a batch or cancels meanwhile. */
export async function lockImportRun(tx: Tx, importId: string): Promise<ImportRun> {
  await tx.$queryRaw`SELECT id FROM import_run WHERE id = ${importId}::uuid FOR UPDATE`;
  return getImportRun(tx, importId);
}

export async function getImport(ctx: OfficeContext, { importId }: ImportRefInput) {
  assertCanInCollege(ctx.actor.roles, "person:manage");
  const run = await withOffice((tx) => getImportRun(tx, importId));
  return { ...importOverview(run), unread: readStoredNotes(run.notes).unread, now: ctx.now() };
}

const runsShown = 30;

/** The newest imports, with how they ended. */
export async function listImports(ctx: OfficeContext) {
  assertCanInCollege(ctx.actor.roles, "person:manage");
  const runs = await withOffice((tx) =>
    tx.importRun.findMany({
      where: { kind: "people" },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: runsShown,
    }),
  );
  return runs.map(importOverview);
}
