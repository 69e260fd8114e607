import { defineJob } from "../../kernel/queue.ts";

/** Brings a push to the branches that wait for it; the rows are the truth, the job only knocks. */
export const deliverPushJob = defineJob<{ pushId: string }>("push.deliver");

/** An origin has a new text: its copies take it over. */
export const followOriginJob = defineJob<{ originTenantId: string; originArticleId: string }>("push.follow");

/** An origin was taken down by its own site: what follows it goes, too. */
export const recallWithOriginJob = defineJob<{
  originTenantId: string;
  originArticleId: string;
  reason: string;
  by: { userId: string; displayName: string };
}>("push.recallWithOrigin");

/** A recall is told in every branch it reached. */
export const tellRecallJob = defineJob<{ pushId: string; by: { userId: string; displayName: string } }>(
  "push.tellRecall",
);

/** Finds deliveries and updates whose job got lost; runs every minute. */
export const sweepPushesJob = defineJob<Record<string, never>>("push.sweep");

export const pushJobs = [deliverPushJob, followOriginJob, recallWithOriginJob, tellRecallJob, sweepPushesJob];
