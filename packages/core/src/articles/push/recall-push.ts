import { newId } from "@zhibu/db/new-id";
import { withOffice, type Tx } from "@zhibu/db/scope";
import type { RecallPushInput } from "@zhibu/domain/articles/push/push-inputs";
import { recallableStates } from "@zhibu/domain/articles/push/push-states";
import { AppError, notFound } from "@zhibu/domain/kernel/app-error";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import { appendAudits } from "../../audit/append-audits.ts";
import { auditCollege } from "../../audit/audit-college.ts";
import { bumpSites } from "../../kernel/bump-site-version.ts";
import type { OfficeContext } from "../../kernel/context.ts";
import { enqueue } from "../../kernel/queue.ts";
import { tellRecallJob } from "./push-job-names.ts";

/**
 * Takes a push back (统一撤回) everywhere at once: whatever is shown leaves every page, list, feed and file, offers leave
 * the inboxes, nothing more is delivered. Drafts and unlinked articles are the branches' own; their timelines tell of it.
 */
export async function recallPush(ctx: OfficeContext, input: RecallPushInput): Promise<{ recalled: number }> {
  assertCanInCollege(ctx.actor.roles, "push:send");
  const recalled = await recall(input.pushId, {
    version: input.version,
    reason: input.reason,
    by: ctx.actor,
    now: ctx.now,
  });
  return { recalled };
}

export type Recall = {
  /** Absent where a job recalls: it acts on what it finds. */
  version?: number;
  reason: string;
  by: { userId: string; displayName: string };
  now: () => Date;
};

/**
 * One transaction for all branches, set by set: readers get all of it or none.
 * @throws AppError CONFLICT when it was recalled before, or changed since `version`. Returns how many articles went.
 */
export async function recall(pushId: string, { version, reason, by, now }: Recall): Promise<number> {
  const at = now();
  return withOffice(async (tx) => {
    const [push] = await tx.$queryRaw<{ version: number; state: string; title: string }[]>`
      SELECT version, state, title FROM push WHERE id = ${pushId}::uuid FOR UPDATE`;
    if (!push) throw notFound();
    if (push.state === "recalled") throw new AppError("CONFLICT", "push.recalledMeanwhile");
    if (version !== undefined && push.version !== version) throw new AppError("CONFLICT", "changedMeanwhile");
    await tx.push.update({
      where: { id: pushId },
      data: {
        state: "recalled",
        recalledAt: at,
        recalledById: by.userId,
        recallReason: reason,
        version: { increment: 1 },
      },
    });
    await tx.$queryRaw`SELECT count(*)::text FROM (SELECT FROM push_copy WHERE push_id = ${pushId}::uuid ORDER BY tenant_id FOR UPDATE) held`;
    await tx.pushCopy.updateMany({
      where: { pushId, state: { in: recallableStates } },
      data: { state: "recalled", changedAt: at, version: { increment: 1 } },
    });
    const taken = await takeDown(tx, pushId, at);
    await tellTimelines(tx, pushId, { reason, by, at });
    const deed = { action: "push.recall", actorId: by.userId, actorName: by.displayName, at };
    await appendAudits(
      tx,
      taken.map(({ tenantId, articleId, no }) => ({
        ...deed,
        tenantId,
        subjectType: "article",
        subjectId: articleId,
        changes: { no, pushId, reason, from: "live", to: "withdrawn" },
      })),
    );
    await auditCollege(
      tx,
      { type: "push", id: pushId },
      { actor: by, at, action: "push.recall", changes: { title: push.title, reason, articles: taken.length } },
    );
    await enqueue(tx, tellRecallJob, { pushId, by });
    if (taken.length > 0)
      await bumpSites(
        tx,
        taken.map(({ tenantId }) => tenantId),
        { removal: true },
      );
    return taken.length;
  });
}

type Taken = { tenantId: string; articleId: string; no: number };

async function takeDown(tx: Tx, pushId: string, at: Date): Promise<Taken[]> {
  return tx.$queryRaw<Taken[]>`
    UPDATE article a
    SET visibility = 'withdrawn', withdrawn_at = ${at}::timestamptz, pinned_at = NULL, working_revision_id = NULL,
      work_state = NULL, work_state_since = ${at}::timestamptz, scheduled_at = NULL, failure_reason = NULL,
      submitted_by_id = NULL, submitted_at = NULL, version = a.version + 1, updated_at = ${at}::timestamptz
    FROM push_copy c
    WHERE c.push_id = ${pushId}::uuid AND c.state = 'recalled' AND a.tenant_id = c.tenant_id AND a.id = c.article_id
      AND a.visibility = 'live'
    RETURNING a.tenant_id AS "tenantId", a.id AS "articleId", a.no`;
}

/** Every article the push made says so in its timeline, also those that stay because they are the branch's own. */
async function tellTimelines(
  tx: Tx,
  pushId: string,
  { reason, by, at }: { reason: string; by: Recall["by"]; at: Date },
): Promise<void> {
  const articles = await tx.$queryRaw<{ tenantId: string; articleId: string; recalled: boolean; visibility: string }[]>`
    SELECT c.tenant_id AS "tenantId", c.article_id AS "articleId", c.state = 'recalled' AS recalled, a.visibility
    FROM push_copy c JOIN article a ON a.tenant_id = c.tenant_id AND a.id = c.article_id
    WHERE c.push_id = ${pushId}::uuid ORDER BY c.tenant_id`;
  await tx.workflowEvent.createMany({
    data: articles.map(({ tenantId, articleId, recalled, visibility }) => ({
      tenantId,
      id: newId(),
      subjectType: "article",
      subjectId: articleId,
      action: recalled ? "pushRecall" : "pushRecallTold",
      fromState: recalled ? "live" : visibility,
      toState: visibility,
      actorId: by.userId,
      actorName: by.displayName,
      opinion: reason,
      at,
    })),
  });
}
