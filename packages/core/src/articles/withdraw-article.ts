import { withTenant } from "@zhibu/db/scope";
import type { WithdrawArticleInput } from "@zhibu/domain/articles/article-input";
import { nextVisibility } from "@zhibu/domain/articles/article-states";
import { assertCan, can } from "@zhibu/domain/tenancy/permissions";
import { audit } from "../audit/audit.ts";
import { bumpSiteVersion } from "../kernel/bump-site-version.ts";
import type { BranchContext } from "../kernel/context.ts";
import { updateGuarded } from "../kernel/update-guarded.ts";
import { recordEvent } from "../workflow/record-event.ts";
import { settleCorrections } from "./corrections/settle-corrections.ts";
import { closeNomination } from "./featured/close-nomination.ts";
import { getArticleAt } from "./get-article.ts";
import { haltWork } from "./halt-work.ts";
import { articleSubject, type ArticleData } from "./move-article.ts";
import { recallFollowers } from "./push/origin-changes.ts";
import { takeDownCopy } from "./push/take-down-copy.ts";
import { tellOfArticle, thoseWho, writersOf } from "./tell-of-article.ts";

/**
 * Takes a live article down (下线) with a reason: its words leave every page, list, feed and file; a stub remains at its address.
 * By the office it is a take-down: the branch is told, what was approved and not yet out goes back for another review,
 * and the office hears when the branch brings the article back. What was pushed from it is recalled with it.
 */
export async function withdrawArticle(ctx: BranchContext, input: WithdrawArticleInput) {
  assertCan(ctx.actor.roles, "article:withdraw");
  const byOffice = actsForOffice(ctx);
  const action = byOffice ? "takeDown" : "withdraw";
  return withTenant(ctx.tenantId, async (tx) => {
    const article = await getArticleAt(tx, ctx, input);
    const visibility = nextVisibility(article.visibility, "withdraw");
    await takeDownCopy(tx, ctx, article, input.reason);
    const halted = byOffice ? haltWork(article, ctx.now()) : {};
    await updateGuarded<ArticleData>(tx.article, article, {
      visibility,
      withdrawnAt: ctx.now(),
      pinnedAt: null,
      ...halted,
    });
    await closeNomination(tx, ctx, article.id);
    await recallFollowers(tx, ctx, article, input.reason);
    const change = { from: article.visibility, to: visibility, revisionId: article.liveRevisionId };
    await recordEvent(tx, ctx, articleSubject(article.id), { action, ...change, opinion: input.reason });
    await tellOfArticle(tx, ctx, article, {
      kind: byOffice ? "article.takenDown" : "article.withdrawn",
      userIds: [
        ...(byOffice ? await thoseWho(tx, ctx, "article:withdraw") : []),
        ...(await writersOf(tx, ctx, article)),
      ],
      params: { title: article.title, actor: ctx.actor.displayName, reason: input.reason },
    });
    await settleCorrections(tx, ctx, article.id);
    await audit(tx, ctx, `article.${action}`, articleSubject(article.id), {
      no: article.no,
      ...change,
      reason: input.reason,
      ...("workState" in halted ? { workState: [article.workState, halted.workState] } : {}),
    });
    await bumpSiteVersion(tx, { removal: true });
    return { articleId: article.id, version: article.version + 1, visibility };
  });
}

/** Whether the act is the office's: someone who may withdraw by a role in the branch acts for the branch. */
function actsForOffice({ actor }: BranchContext): boolean {
  return !can({ branch: actor.roles.branch, college: [] }, "article:withdraw");
}
