import { withOfficeIn } from "@zhibu/db/scope";
import { bodyFacts } from "@zhibu/domain/articles/document/body-facts";
import { parseBody } from "@zhibu/domain/articles/document/parse-body";
import type { PushRefInput } from "@zhibu/domain/articles/push/push-inputs";
import { factDayOf } from "@zhibu/domain/baseline/fact-day";
import { notFound } from "@zhibu/domain/kernel/app-error";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import { factsAt } from "../../baseline/facts-at.ts";
import type { BranchContext } from "../../kernel/context.ts";

/**
 * The text an offer would put on the branch's site, as the origin's readers have it. Read by the office's transaction,
 * for the origin stands in another branch; what is shown is published there already.
 * @throws AppError NOT_FOUND for what never reached this branch, or is not live any more.
 */
export async function previewOffer(ctx: BranchContext, { pushId }: PushRefInput) {
  assertCan(ctx.actor.roles, "article:read");
  const { tenantId } = ctx;
  return withOfficeIn(tenantId, async (tx) => {
    const copy = await tx.pushCopy.findUnique({
      where: { tenantId_pushId: { tenantId, pushId } },
      select: { push: { select: { originTenantId: true, originArticleId: true, originNo: true, state: true } } },
    });
    if (copy?.push.state !== "active") throw notFound();
    const { originTenantId, originArticleId, originNo } = copy.push;
    const origin = await tx.article.findUnique({
      where: { tenantId_id: { tenantId: originTenantId, id: originArticleId } },
      select: {
        visibility: true,
        publishedAt: true,
        column: { select: { module: true } },
        branch: { select: { slug: true, customDomain: true, name: true } },
        liveRevision: {
          select: { title: true, subtitle: true, source: true, author: true, eventAt: true, body: true },
        },
      },
    });
    if (origin?.visibility !== "live" || !origin.liveRevision) throw notFound("push.originGone");
    const { body: stored, ...words } = origin.liveRevision;
    const body = parseBody(stored);
    const day = factDayOf({ ...origin.column, publishedAt: origin.publishedAt, eventAt: words.eventAt }, ctx.now());
    const facts = await factsAt(tx, bodyFacts(body), day);
    const content = body.content.filter((block) => block.type !== "picture");
    // The branch's people may fetch no other branch's files; the pictures come with the copy.
    const pictureCount = body.content.length - content.length;
    return { ...words, body: { ...body, content }, pictureCount, facts, origin: { ...origin.branch, no: originNo } };
  });
}
