import { withOffice } from "@zhibu/db/scope";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import { defineJob, defineTimedJob, type WorkQueue } from "../kernel/queue.ts";
import { publishScheduled } from "./publish-scheduled.ts";

/** One planned publication; the article's row is the truth, the job only knocks at the right moment. */
export const publishScheduledJob = defineTimedJob<{ tenantId: TenantId; articleId: string }>(
  "article.publishScheduled",
);

/** Finds planned publications whose job got lost; runs every minute. */
export const sweepScheduledJob = defineJob<Record<string, never>>("article.sweepScheduled");

/** Publishes everything that is overdue, oldest first; returns how many it published. */
export async function sweepScheduled(now: () => Date): Promise<number> {
  const due = await withOffice(
    // The state is a word of the statement: the index of what is planned would not serve a parameter.
    (tx) => tx.$queryRaw<{ tenantId: string; id: string }[]>`
      SELECT tenant_id AS "tenantId", id FROM article
      WHERE work_state = 'scheduled' AND scheduled_at <= ${now()} ORDER BY scheduled_at LIMIT 500`,
  );
  let published = 0;
  // Tenant ids from the rows themselves: a job works for the branch whose row asked for it.
  for (const { tenantId, id } of due) if (await publishScheduled(tenantId as TenantId, id, now)) published += 1;
  return published;
}

/** Registers the slice's jobs with a worker. */
export async function workArticleJobs(queue: WorkQueue, now: () => Date): Promise<void> {
  await queue.work(publishScheduledJob, async ({ tenantId, articleId }) => {
    await publishScheduled(tenantId, articleId, now);
  });
  await queue.work(sweepScheduledJob, async () => {
    await sweepScheduled(now);
  });
  await queue.every(sweepScheduledJob, "* * * * *");
}
