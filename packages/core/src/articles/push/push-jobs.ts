import { withOffice } from "@zhibu/db/scope";
import { AppError } from "@zhibu/domain/kernel/app-error";
import type { TenantId, UserId } from "@zhibu/domain/kernel/ids";
import type { WorkQueue } from "../../kernel/queue.ts";
import { deliverPush } from "./deliver-push.ts";
import { followOrigin } from "./follow-origin.ts";
import {
  deliverPushJob,
  followOriginJob,
  recallWithOriginJob,
  sweepPushesJob,
  tellRecallJob,
} from "./push-job-names.ts";
import { senderContext } from "./push-rows.ts";
import { recall, type Recall } from "./recall-push.ts";
import { tellRecall } from "./tell-of-push.ts";

/** What is younger than this has a job of its own on the way. */
const graceMs = 60_000;

/** Delivers and updates what a lost job left behind; returns how many pushes needed it. */
export async function sweepPushes(now: () => Date): Promise<number> {
  const before = new Date(now().getTime() - graceMs);
  const waiting = await withOffice(
    (tx) => tx.$queryRaw<{ id: string }[]>`
      SELECT p.id FROM push p
      WHERE p.state = 'active' AND p.mode <> 'optional' AND p.created_at < ${before}::timestamptz
        AND EXISTS (SELECT FROM push_copy c WHERE c.push_id = p.id AND c.state = 'waiting' AND c.changed_at < ${before}::timestamptz)`,
  );
  for (const { id } of waiting) await deliverPush(id, now);
  const behind = await withOffice(
    (tx) => tx.$queryRaw<{ tenantId: string; articleId: string }[]>`
      SELECT DISTINCT p.origin_tenant_id AS "tenantId", p.origin_article_id AS "articleId"
      FROM push p
      JOIN article o ON o.tenant_id = p.origin_tenant_id AND o.id = p.origin_article_id AND o.visibility = 'live'
      WHERE p.state = 'active' AND o.revised_at < ${before}::timestamptz AND EXISTS (
        SELECT FROM push_copy c
        WHERE c.push_id = p.id AND c.state = 'shown' AND c.origin_revision_id IS DISTINCT FROM o.live_revision_id)`,
  );
  for (const { tenantId, articleId } of behind) await followOrigin(tenantId, articleId, now);
  return waiting.length + behind.length;
}

/** Recalls everything that follows an origin its own site took down. Safe to run twice: what is recalled stays so. */
export async function recallWithOrigin(
  origin: { originTenantId: string; originArticleId: string },
  how: Recall,
): Promise<number> {
  const pushes = await withOffice((tx) =>
    tx.push.findMany({ where: { ...origin, state: "active" }, select: { id: true } }),
  );
  let taken = 0;
  for (const { id } of pushes) {
    taken += await recall(id, how).catch((error: unknown) => {
      // The office was faster.
      if (error instanceof AppError && error.code === "CONFLICT") return 0;
      throw error;
    });
  }
  return taken;
}

/** Tells every branch a push reached that it was recalled, each once. */
async function tellOfRecall(pushId: string, by: Recall["by"], now: () => Date): Promise<void> {
  const push = await withOffice((tx) =>
    tx.push.findUniqueOrThrow({
      where: { id: pushId },
      select: { id: true, title: true, recallReason: true, copies: { select: { tenantId: true } } },
    }),
  );
  for (const { tenantId } of push.copies) {
    // The branches of the push's own rows; ids of people already on record.
    const ctx = senderContext(
      tenantId as TenantId,
      { createdById: by.userId as UserId, createdByName: by.displayName },
      now,
    );
    await withOffice((tx) => tellRecall(tx, ctx, push, push.recallReason));
  }
}

/** Registers central push's jobs with a worker. */
export async function workPushJobs(queue: WorkQueue, now: () => Date): Promise<void> {
  await queue.work(deliverPushJob, async ({ pushId }) => {
    await deliverPush(pushId, now);
  });
  await queue.work(followOriginJob, async ({ originTenantId, originArticleId }) => {
    await followOrigin(originTenantId, originArticleId, now);
  });
  await queue.work(recallWithOriginJob, async ({ reason, by, ...origin }) => {
    await recallWithOrigin(origin, { reason, by, now });
  });
  await queue.work(tellRecallJob, async ({ pushId, by }) => {
    await tellOfRecall(pushId, by, now);
  });
  await queue.work(sweepPushesJob, async () => {
    await sweepPushes(now);
  });
  await queue.every(sweepPushesJob, "* * * * *");
}
