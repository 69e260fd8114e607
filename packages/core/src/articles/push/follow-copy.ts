import { withOfficeIn, type Tx } from "@zhibu/db/scope";
import { isIdle } from "@zhibu/domain/articles/revision-rules";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import { audit } from "../../audit/audit.ts";
import { bumpSiteVersion } from "../../kernel/bump-site-version.ts";
import type { BranchContext } from "../../kernel/context.ts";
import { recordEvent } from "../../workflow/record-event.ts";
import { getArticle, type ArticleRow } from "../get-article.ts";
import { articleSubject } from "../move-article.ts";
import { cloneRevision } from "./clone-revision.ts";
import { lockOrigin, type LiveOrigin } from "./push-origin.ts";
import { lockCopy, senderContext, updateCopy, type PushRow } from "./push-rows.ts";
import { tellBranch } from "./tell-of-push.ts";

/**
 * Gives one shown copy the origin's present text; the branch's introduction stays above it. Safe to run any number of
 * times: a copy that has the text already is left alone. Returns whether readers got a new one.
 */
export async function followCopy(pushId: string, tenantId: TenantId, now: () => Date): Promise<boolean> {
  return withOfficeIn(tenantId, async (tx) => {
    const held = await lockCopy(tx, pushId, tenantId);
    if (held?.push.state !== "active" || held.copy.state !== "shown" || held.copy.articleId === null) return false;
    const { push, copy } = held;
    const ctx = senderContext(tenantId, push, now);
    const { articleId } = held.copy;
    await tx.$queryRaw`SELECT 1 FROM article WHERE tenant_id = ${tenantId}::uuid AND id = ${articleId}::uuid FOR UPDATE`;
    const article = await getArticle(tx, ctx, articleId);
    const origin = await lockOrigin(tx, push);
    if (!origin || origin.revisionId === copy.originRevisionId || article.visibility !== "live") return false;

    const revision = await takeOver(tx, ctx, { push, origin, article, of: article.liveRevisionId, sealed: true });
    await tx.article.update({
      where: { tenantId_id: { tenantId, id: article.id } },
      data: {
        liveRevisionId: revision.id,
        title: origin.title,
        eventAt: origin.eventAt,
        revisedAt: ctx.now(),
        version: { increment: 1 },
        ...(await rebased(tx, ctx, { push, origin, article })),
      },
    });
    await updateCopy(tx, copy, { originRevisionId: origin.revisionId, changedAt: ctx.now() });
    const step = { from: "live", to: "live", revisionId: revision.id };
    await recordEvent(tx, ctx, articleSubject(article.id), { action: "pushFollow", ...step });
    await audit(tx, ctx, "push.follow", articleSubject(article.id), {
      no: article.no,
      pushId,
      originRevisionId: origin.revisionId,
      revisionId: revision.id,
    });
    await tellBranch(tx, ctx, { kind: "push.updated", push, copy, articleId: article.id });
    // The text that is replaced may be one that must not be seen any more.
    await bumpSiteVersion(tx, { removal: true });
    return true;
  });
}

type Follow = { push: PushRow; origin: LiveOrigin; article: ArticleRow };

/** The origin's text under the introduction of one of the copy's own revisions. */
async function takeOver(
  tx: Tx,
  ctx: BranchContext,
  { push, origin, article, of, sealed }: Follow & { of: string | null; sealed: boolean },
): Promise<{ id: string }> {
  const { tenantId } = ctx;
  const own = of === null ? null : await tx.revision.findUnique({ where: { tenantId_id: { tenantId, id: of } } });
  return cloneRevision(tx, {
    from: { tenantId: push.originTenantId, revisionId: origin.revisionId },
    to: { tenantId, articleId: article.id, columnId: article.columnId },
    introduction: own?.introduction ?? "",
    sealedAt: sealed ? ctx.now() : null,
    ...(sealed || !own ? {} : { by: { userId: own.createdById, displayName: own.createdByName } }),
    now: ctx.now(),
  });
}

/**
 * An introduction in work is put above the new text as well. What was submitted or approved was so above the old one:
 * it goes back to draft, and the timeline says why.
 */
async function rebased(tx: Tx, ctx: BranchContext, follow: Follow) {
  const { article } = follow;
  if (article.workingRevisionId === null || article.workState === null) return {};
  const revision = await takeOver(tx, ctx, { ...follow, of: article.workingRevisionId, sealed: false });
  const stays = isIdle(article.workState) || article.workState === "handed_in";
  if (stays) return { workingRevisionId: revision.id };
  await recordEvent(tx, ctx, articleSubject(article.id), {
    action: "pushRebase",
    from: article.workState,
    to: "draft",
    revisionId: revision.id,
  });
  return {
    workingRevisionId: revision.id,
    workState: "draft" as const,
    workStateSince: ctx.now(),
    submittedById: null,
    submittedAt: null,
    scheduledAt: null,
    failureReason: null,
  };
}
