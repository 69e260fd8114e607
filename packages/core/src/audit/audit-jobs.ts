import { defineJob, type WorkQueue } from "../kernel/queue.ts";
import { exportAnchors } from "./export-anchors.ts";
import { runTrailCheck } from "./run-trail-check.ts";
import { takeAnchor } from "./take-anchor.ts";
import { trailCheckJob } from "./trail-check-job.ts";

/** Anchors the trail once a day; tried every hour, for a machine may sleep at night. */
export const anchorJob = defineJob<Record<string, never>>("audit.anchor");

/** Registers the slice's jobs with a worker. */
export async function workAuditJobs(queue: WorkQueue, now: () => Date): Promise<void> {
  await queue.work(anchorJob, async () => {
    await takeAnchor(now());
    await exportAnchors(now());
  });
  await queue.work(trailCheckJob, ({ checkId }) => runTrailCheck(checkId, now));
  await queue.every(anchorJob, "7 * * * *");
}
