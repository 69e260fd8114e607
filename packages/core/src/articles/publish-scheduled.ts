import { withTenant } from "@zhibu/db/scope";
import type { TenantId, UserId } from "@zhibu/domain/kernel/ids";
import type { BranchContext } from "../kernel/context.ts";
import { moveArticle } from "./move-article.ts";
import { publishWorkingRevision } from "./publish-article.ts";
import { tellOfArticle, thoseWho } from "./tell-of-article.ts";

/** The clock acting for whoever planned it; it has no roles and needs none, for the plan was authorised when it was made. */
function clockContext(tenantId: TenantId, plannedBy: { id: UserId; name: string }, now: () => Date): BranchContext {
  return {
    tenantId,
    actor: { userId: plannedBy.id, displayName: plannedBy.name, roles: { branch: [], college: [] } },
    now,
  };
}

/**
 * Publishes a planned article that is due. Safe to run any number of times and on any number of instances:
 * the row is locked, and what is no longer scheduled or not due yet is left alone. Returns whether it published.
 * What can't be published is marked failed and appears in the inbox.
 */
export async function publishScheduled(tenantId: TenantId, articleId: string, now: () => Date): Promise<boolean> {
  return withTenant(tenantId, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM article WHERE tenant_id = ${tenantId}::uuid AND id = ${articleId}::uuid FOR UPDATE`;
    const article = await tx.article.findUnique({ where: { tenantId_id: { tenantId, id: articleId } } });
    const due = article?.workState === "scheduled" && article.scheduledAt !== null && article.scheduledAt <= now();
    if (!article || !due) return false;
    const plan = await tx.workflowEvent.findFirst({
      where: { tenantId, subjectType: "article", subjectId: articleId, action: "schedule" },
      orderBy: { at: "desc" },
      select: { actorId: true, actorName: true },
    });
    const plannedBy = { id: (plan?.actorId ?? article.createdById) as UserId, name: plan?.actorName ?? "" }; // Ids of people already on record.
    const ctx = clockContext(tenantId, plannedBy, now);
    const branch = await tx.branch.findUniqueOrThrow({ where: { id: tenantId }, select: { state: true } });
    if (branch.state !== "open") {
      await moveArticle(tx, ctx, article, { action: "fail", data: { failureReason: "branchNotOpen" } });
      await tellOfArticle(tx, ctx, article, {
        kind: "article.failed",
        userIds: await thoseWho(tx, ctx, "article:publish"),
        params: { title: article.title },
        byClock: true,
      });
      return false;
    }
    await publishWorkingRevision(tx, ctx, article, "publishScheduled");
    return true;
  });
}
