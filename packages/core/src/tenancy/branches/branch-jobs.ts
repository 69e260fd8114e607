import { withOffice } from "@zhibu/db/scope";
import { defineJob, type WorkQueue } from "../../kernel/queue.ts";
import { tenantOf } from "./branch-row.ts";
import { finishMerge } from "./finish-merge.ts";
import { moveArticles } from "./move-articles.ts";

/** Works off merges that are not complete; the rows say which, the job only knocks. */
export const mergeJob = defineJob<Record<string, never>>("branch.merge");

/** Articles moved in one transaction: a second of work at most. */
const articlesATime = 500;

/**
 * Completes every merge that was begun, oldest first. Safe to run any number of times and on any number of instances:
 * each step takes what is not moved yet, and what a crash leaves is taken up by the next run.
 */
export async function completeMerges(now: () => Date): Promise<number> {
  const begun = await withOffice((tx) =>
    tx.branch.findMany({
      where: { mergedIntoId: { not: null }, mergedAt: null },
      orderBy: { stateSince: "asc" },
      select: { id: true },
    }),
  );
  for (const branch of begun) {
    while ((await moveArticles(tenantOf(branch), articlesATime, now)) > 0);
    await finishMerge(tenantOf(branch), now);
  }
  return begun.length;
}

/** Registers the slice's jobs with a worker. */
export async function workBranchJobs(queue: WorkQueue, now: () => Date): Promise<void> {
  await queue.work(mergeJob, async () => {
    await completeMerges(now);
  });
  await queue.every(mergeJob, "* * * * *");
}
