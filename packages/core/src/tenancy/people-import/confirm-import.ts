import { withOffice } from "@zhibu/db/scope";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { ConfirmImportInput, ImportRefInput } from "@zhibu/domain/tenancy/people-import/import-inputs";
import { auditOffice } from "../../audit/audit-college.ts";
import type { OfficeContext } from "../../kernel/context.ts";
import { enqueue, isQueueConnected } from "../../kernel/queue.ts";
import { importOverview, lockImportRun } from "./get-import.ts";
import { importPeopleJob } from "./import-jobs.ts";

/**
 * Lets a previewed file be taken in: all of it, or with `goodOnly` the rows nothing is wrong with.
 * @throws AppError CONFLICT when it was confirmed or cancelled meanwhile, INVALID when rows with problems would be left out unsaid.
 */
export async function confirmImport(ctx: OfficeContext, { importId, version, goodOnly }: ConfirmImportInput) {
  assertCanInCollege(ctx.actor.roles, "person:manage");
  return withOffice(async (tx) => {
    const run = await lockImportRun(tx, importId);
    if (run.state !== "previewed" || run.version !== version) throw new AppError("CONFLICT", "import.notPreviewed");
    if (run.rowsBad > 0 && !goodOnly) throw new AppError("INVALID", "import.hasProblems", { count: run.rowsBad });
    if (run.rowsBad === run.rowsTotal) throw new AppError("INVALID", "import.nothingGood");
    const now = ctx.now();
    const confirmed = await tx.importRun.update({
      where: { id: importId },
      data: { state: "running", confirmedAt: now, progressedAt: now, version: { increment: 1 } },
    });
    if (isQueueConnected()) await enqueue(tx, importPeopleJob, { importId });
    const { fileName, rowsTotal, rowsBad } = run;
    await auditOffice(tx, ctx, "import.confirm", { type: "import", id: importId }, { fileName, rowsTotal, rowsBad });
    return importOverview(confirmed);
  });
}

/** Ends an import: nothing more is taken in. What was taken in before stays, and is counted. */
export async function cancelImport(ctx: OfficeContext, { importId }: ImportRefInput) {
  assertCanInCollege(ctx.actor.roles, "person:manage");
  return withOffice(async (tx) => {
    // Waits for the batch under way: between batches is where it stops.
    const run = await lockImportRun(tx, importId);
    if (run.state !== "previewed" && run.state !== "running") throw new AppError("CONFLICT", "import.ended");
    const cancelled = await tx.importRun.update({
      where: { id: importId },
      data: {
        state: "cancelled",
        endedAt: ctx.now(),
        stoppedByName: ctx.actor.displayName,
        version: { increment: 1 },
      },
    });
    const { fileName, rowsDone } = run;
    await auditOffice(tx, ctx, "import.cancel", { type: "import", id: importId }, { fileName, rowsDone });
    return importOverview(cancelled);
  });
}
