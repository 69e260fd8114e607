import { withTenant } from "@zhibu/db/scope";
import type { WithdrawNominationInput } from "@zhibu/domain/articles/nomination-inputs";
import { nextNominationState } from "@zhibu/domain/articles/nomination-states";
import { AppError, notFound } from "@zhibu/domain/kernel/app-error";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import { audit } from "../../audit/audit.ts";
import type { BranchContext } from "../../kernel/context.ts";
import { updateGuarded } from "../../kernel/update-guarded.ts";
import { recordEvent } from "../../workflow/record-event.ts";
import { getArticle } from "../get-article.ts";
import { articleSubject } from "../move-article.ts";

/** The branch takes its proposal back before the office has decided. */
export async function withdrawNomination(ctx: BranchContext, input: WithdrawNominationInput): Promise<void> {
  assertCan(ctx.actor.roles, "article:nominate");
  await withTenant(ctx.tenantId, async (tx) => {
    const article = await getArticle(tx, ctx, input.articleId);
    const found = await tx.nomination.findUnique({
      where: { tenantId_articleId: { tenantId: ctx.tenantId, articleId: article.id } },
    });
    if (!found) throw notFound("nomination.missing");
    if (found.version !== input.version) throw new AppError("CONFLICT", "changedMeanwhile");
    const state = nextNominationState(found.state, "withdraw");
    await updateGuarded(tx.nomination, found, { state, decidedAt: ctx.now(), decidedByName: "" });
    const subject = articleSubject(article.id);
    await recordEvent(tx, ctx, subject, { action: "withdrawNomination", from: null, to: null });
    await audit(tx, ctx, "nomination.withdraw", subject, { no: article.no, nominationId: found.id });
  });
}
