import { defineJob, type WorkQueue } from "../kernel/queue.ts";
import { purgeOrphanMedia } from "./purge-orphan-media.ts";

/** Removes files of uploads that were cut short; runs every night. */
export const purgeOrphanMediaJob = defineJob<Record<string, never>>("media.purgeOrphans");

/** Registers the slice's jobs with a worker. */
export async function workMediaJobs(queue: WorkQueue, now: () => Date): Promise<void> {
  await queue.work(purgeOrphanMediaJob, async () => {
    await purgeOrphanMedia(now());
  });
  await queue.every(purgeOrphanMediaJob, "17 3 * * *");
}
