import { applyDueFacts } from "../../baseline/apply-due-facts.ts";
import { applyFactsJob, refreshFactJob, scanJob } from "../../baseline/baseline-jobs.ts";
import type { WorkQueue } from "../../kernel/queue.ts";
import { refreshFactTexts } from "./refresh-fact-texts.ts";
import { runScan } from "./run-scan.ts";

/** Registers the jobs of the baseline with a worker: here, where texts are known. */
export async function workBaselineJobs(queue: WorkQueue, now: () => Date): Promise<void> {
  await queue.work(scanJob, ({ scanId }) => runScan(scanId, now));
  await queue.work(refreshFactJob, async ({ factId }) => {
    await refreshFactTexts(factId, now);
  });
  await queue.work(applyFactsJob, async () => {
    await applyDueFacts(now);
  });
  await queue.every(applyFactsJob, "* * * * *");
}

export const baselineJobs = [scanJob, refreshFactJob, applyFactsJob] as const;
