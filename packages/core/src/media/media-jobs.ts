import { defineJob, type WorkQueue } from "../kernel/queue.ts";
import { purgeListFiles } from "./purge-list-files.ts";
import { purgeOrphanMedia } from "./purge-orphan-media.ts";
import { readAttachments } from "./reading/read-attachments.ts";

/** Removes files of uploads that were cut short, and of publicity lists that came to nothing; runs every night. */
export const purgeOrphanMediaJob = defineJob<Record<string, never>>("media.purgeOrphans");

/** Reads attachments nobody has read: of seeds, of the time before, of a process that could not. */
export const readAttachmentsJob = defineJob<Record<string, never>>("media.readAttachments");

/** Registers the slice's jobs with a worker. */
export async function workMediaJobs(queue: WorkQueue, now: () => Date): Promise<void> {
  await queue.work(purgeOrphanMediaJob, async () => {
    await purgeListFiles(now());
    await purgeOrphanMedia(now());
  });
  await queue.every(purgeOrphanMediaJob, "17 3 * * *");
  await queue.work(readAttachmentsJob, async () => {
    await readAttachments(now);
  });
  await queue.every(readAttachmentsJob, "*/10 * * * *");
}
