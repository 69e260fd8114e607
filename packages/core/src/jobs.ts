import { publishScheduledJob, sweepScheduledJob, workArticleJobs } from "./articles/article-jobs.ts";
import { baselineJobs, workBaselineJobs } from "./articles/corrections/correction-jobs.ts";
import { pushJobs } from "./articles/push/push-job-names.ts";
import { workPushJobs } from "./articles/push/push-jobs.ts";
import { anchorJob, workAuditJobs } from "./audit/audit-jobs.ts";
import { trailCheckJob } from "./audit/trail-check-job.ts";
import { migrateQueue, workQueue } from "./kernel/queue.ts";
import { purgeOrphanMediaJob, readAttachmentsJob, workMediaJobs } from "./media/media-jobs.ts";
import { mailJob } from "./notifications/knock.ts";
import { workNotificationJobs } from "./notifications/mail-jobs.ts";
import {
  endPublicityJob,
  purgeObjectionFilesJob,
  remindOfPublicityJob,
  probePublicityJob,
  startPublicityJob,
  sweepPublicityJob,
} from "./publicity/publicity-job-names.ts";
import { workPublicityJobs } from "./publicity/publicity-jobs.ts";
import { turnBannerJob, workBannerJobs } from "./tenancy/banners/turn-banner.ts";
import { mergeJob, workBranchJobs } from "./tenancy/branches/branch-jobs.ts";
import { importPeopleJob, sweepImportsJob, workImportJobs } from "./tenancy/people-import/import-jobs.ts";
import { warnOfEndingTermsJob, workPeopleJobs } from "./tenancy/people/warn-of-ending-terms.ts";

/** Brings the queue up to date with every slice's jobs, as the owner; the caller holds the start lock. */
export function migrateJobs(ownerUrl: string): Promise<void> {
  return migrateQueue(ownerUrl, [
    publishScheduledJob,
    sweepScheduledJob,
    ...pushJobs,
    ...baselineJobs,
    purgeOrphanMediaJob,
    readAttachmentsJob,
    startPublicityJob,
    endPublicityJob,
    sweepPublicityJob,
    remindOfPublicityJob,
    purgeObjectionFilesJob,
    probePublicityJob,
    anchorJob,
    trailCheckJob,
    mergeJob,
    importPeopleJob,
    sweepImportsJob,
    warnOfEndingTermsJob,
    turnBannerJob,
    mailJob,
  ]);
}

/** Begins to work on every slice's jobs in this process; any number of processes may. */
export async function workJobs(now: () => Date): Promise<void> {
  const queue = workQueue();
  await workArticleJobs(queue, now);
  await workPushJobs(queue, now);
  await workBaselineJobs(queue, now);
  await workMediaJobs(queue, now);
  await workPublicityJobs(queue, now);
  await workAuditJobs(queue, now);
  await workBranchJobs(queue, now);
  await workImportJobs(queue, now);
  await workPeopleJobs(queue, now);
  await workBannerJobs(queue, now);
  await workNotificationJobs(queue, now);
}
