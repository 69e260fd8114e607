import { withOffice } from "@zhibu/db/scope";
import { defineJob, type WorkQueue } from "../../kernel/queue.ts";
import { takeInBatch } from "./take-in-batch.ts";

/** Works off one confirmed import; the rows are the truth, the job only begins. */
export const importPeopleJob = defineJob<{ importId: string }>("tenancy.importPeople");

/** Takes up imports whose worker died; runs every minute. */
export const sweepImportsJob = defineJob<Record<string, never>>("tenancy.sweepImports");

/** A run that has taken in nothing for so long has nobody working on it. */
const stillAfterMs = 30_000;

/** Takes in batch after batch until the run ends; safe to run twice, also at the same time. */
export async function workImport(importId: string, now: () => Date): Promise<void> {
  while ((await takeInBatch(importId, now)) === "more");
}

/** Works off what stands still, oldest first; returns how many runs that were. */
export async function sweepImports(now: () => Date): Promise<number> {
  const still = await withOffice((tx) =>
    tx.importRun.findMany({
      where: { state: "running", progressedAt: { lt: new Date(now().getTime() - stillAfterMs) } },
      orderBy: { createdAt: "asc" },
      select: { id: true },
      take: 20,
    }),
  );
  for (const { id } of still) await workImport(id, now);
  return still.length;
}

export async function workImportJobs(queue: WorkQueue, now: () => Date): Promise<void> {
  await queue.work(importPeopleJob, ({ importId }) => workImport(importId, now));
  await queue.work(sweepImportsJob, async () => {
    await sweepImports(now);
  });
  await queue.every(sweepImportsJob, "* * * * *");
}
