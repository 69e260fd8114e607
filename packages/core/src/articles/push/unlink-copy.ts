import { newId } from "@zhibu/db/new-id";
import { withOfficeIn, type Tx } from "@zhibu/db/scope";
import { doc, p } from "@zhibu/domain/articles/document/build-body";
import { parseBody } from "@zhibu/domain/articles/document/parse-body";
import { cleanLines, type UnlinkCopyInput } from "@zhibu/domain/articles/push/push-inputs";
import { nextCopyState } from "@zhibu/domain/articles/push/push-states";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import { audit } from "../../audit/audit.ts";
import { bumpSiteVersion } from "../../kernel/bump-site-version.ts";
import type { BranchContext } from "../../kernel/context.ts";
import { updateGuarded } from "../../kernel/update-guarded.ts";
import { recordEvent } from "../../workflow/record-event.ts";
import { getArticle, getArticleAt, type ArticleRow } from "../get-article.ts";
import { articleSubject, type ArticleData } from "../move-article.ts";
import { contentToRow } from "../revision-content.ts";
import { withOwnLinks } from "./own-links.ts";
import { lockCopy, updateCopy, type PushRow } from "./push-rows.ts";

/**
 * Ends following (解除跟随): from here on the article is the branch's own, with the words it has now, and no update or
 * recall reaches it. The introduction becomes the first paragraphs of the text. The office sees who did it and why.
 */
export async function unlinkCopy(ctx: BranchContext, input: UnlinkCopyInput) {
  assertCan(ctx.actor.roles, "push:answer");
  return withOfficeIn(ctx.tenantId, async (tx) => {
    const { linkedPushId } = await getArticle(tx, ctx, input.articleId);
    const held = linkedPushId === null ? null : await lockCopy(tx, linkedPushId, ctx.tenantId);
    const article = await getArticleAt(tx, ctx, input);
    if (!held || article.linkedPushId === null) throw new AppError("CONFLICT", "push.notLinked");
    const state = nextCopyState(held.copy.state, "unlink");
    if (article.workState !== null) throw new AppError("CONFLICT", "push.introductionInWork");

    const revisionId = await ownText(tx, ctx, article, held.push);
    await updateGuarded<ArticleData>(tx.article, article, {
      linkedPushId: null,
      linkedRequired: false,
      ...(revisionId === null ? {} : { liveRevisionId: revisionId, revisedAt: ctx.now() }),
    });
    const { displayName } = ctx.actor;
    await updateCopy(tx, held.copy, { state, reason: input.reason, changedAt: ctx.now(), decidedByName: displayName });
    const step = { from: article.visibility, to: article.visibility, revisionId: revisionId ?? article.liveRevisionId };
    await recordEvent(tx, ctx, articleSubject(article.id), { action: "pushUnlink", ...step, opinion: input.reason });
    await audit(tx, ctx, "push.unlink", articleSubject(article.id), {
      no: article.no,
      pushId: held.push.id,
      reason: input.reason,
    });
    // The canonical address is the branch's own now.
    await bumpSiteVersion(tx, { removal: false });
    return { articleId: article.id, version: article.version + 1 };
  });
}

/** A live text of its own, with the introduction on top and links that lead where they led; `null` when it is that already. */
async function ownText(tx: Tx, ctx: BranchContext, article: ArticleRow, push: PushRow): Promise<string | null> {
  const { tenantId, liveRevisionId } = article;
  if (liveRevisionId === null) return null;
  const live = await tx.revision.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: liveRevisionId } },
    include: { media: { select: { mediaId: true, use: true, position: true } } },
  });
  const pushed = parseBody(live.body);
  const body = await withOwnLinks(tx, push, pushed);
  if (live.introduction === "" && body === pushed) return null;
  const { columnId, title, subtitle, summary, source, author, coverId } = live;
  const attachmentIds = live.media.filter(({ use }) => use === "attachment").map(({ mediaId }) => mediaId);
  const id = newId();
  const newest = await tx.revision.aggregate({ where: { tenantId, articleId: article.id }, _max: { number: true } });
  await tx.revision.create({
    data: {
      ...contentToRow({
        ...{ columnId, title, subtitle, summary, source, author, coverId, attachmentIds },
        eventAt: live.eventAt?.toISOString() ?? null,
        body: doc(...cleanLines(live.introduction).map((line) => p(line)), ...body.content),
      }),
      tenantId,
      id,
      articleId: article.id,
      number: (newest._max.number ?? 0) + 1,
      sealedAt: ctx.now(),
      createdById: ctx.actor.userId,
      createdByName: ctx.actor.displayName,
      createdAt: ctx.now(),
      savedAt: ctx.now(),
    },
  });
  await tx.revisionMedia.createMany({ data: live.media.map((use) => ({ tenantId, revisionId: id, ...use })) });
  await tx.$executeRaw`
    INSERT INTO fact_use (tenant_id, revision_id, fact_id)
    SELECT tenant_id, ${id}::uuid, fact_id FROM fact_use
    WHERE tenant_id = ${tenantId}::uuid AND revision_id = ${liveRevisionId}::uuid`;
  return id;
}
