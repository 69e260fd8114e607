import { newId } from "@zhibu/db/new-id";
import type { Tx } from "@zhibu/db/scope";
import { parseBody } from "@zhibu/domain/articles/document/parse-body";
import { deliveries } from "@zhibu/domain/articles/push/push-states";
import { audit } from "../../audit/audit.ts";
import { bumpSiteVersion } from "../../kernel/bump-site-version.ts";
import type { BranchContext } from "../../kernel/context.ts";
import { recordEvent } from "../../workflow/record-event.ts";
import { articleSubject } from "../move-article.ts";
import { cloneRevision } from "./clone-revision.ts";
import { withOwnLinks } from "./own-links.ts";
import type { LiveOrigin } from "./push-origin.ts";
import { updateCopy, type CopyRow, type PushRow } from "./push-rows.ts";
import { tellBranch } from "./tell-of-push.ts";

export type Placing = { push: PushRow; copy: CopyRow; origin: LiveOrigin; columnId: string };

/**
 * Makes the copy a live article of the branch that follows the origin. The branch's readers get the date of today: it
 * is when the branch put it out. One the branch had taken down comes back under its old address.
 */
export async function showCopy(tx: Tx, ctx: BranchContext, placing: Placing): Promise<{ articleId: string }> {
  const { push, copy, origin, columnId } = placing;
  const { tenantId } = ctx;
  const now = ctx.now();
  const article = copy.articleId === null ? await newArticle(tx, ctx, columnId) : await heldArticle(tx, copy);
  const revision = await cloneRevision(tx, {
    from: { tenantId: push.originTenantId, revisionId: origin.revisionId },
    to: { tenantId, articleId: article.id, columnId },
    introduction: "",
    sealedAt: now,
    now,
  });
  await tx.article.update({
    where: { tenantId_id: { tenantId, id: article.id } },
    data: {
      visibility: "live",
      columnId,
      liveRevisionId: revision.id,
      workState: null,
      workStateSince: now,
      title: origin.title,
      eventAt: origin.eventAt,
      publishedAt: article.publishedAt ?? now,
      revisedAt: now,
      withdrawnAt: null,
      linkedPushId: push.id,
      linkedRequired: push.mode === "required",
      version: { increment: 1 },
    },
  });
  await updateCopy(tx, copy, {
    state: "shown",
    articleId: article.id,
    originRevisionId: origin.revisionId,
    reason: "",
    shownAt: now,
    changedAt: now,
    decidedByName: deliveries[push.mode] === null ? ctx.actor.displayName : "",
  });
  const step = { from: article.visibility, to: "live", revisionId: revision.id };
  const action = deliveries[push.mode] === null ? "pushAccept" : "pushShow";
  await recordEvent(tx, ctx, articleSubject(article.id), { action, ...step });
  await audit(tx, ctx, "push.show", articleSubject(article.id), {
    no: article.no,
    pushId: push.id,
    mode: push.mode,
    originRevisionId: origin.revisionId,
    ...step,
  });
  await tellBranch(tx, ctx, { kind: "push.shown", push, copy, articleId: article.id });
  await bumpSiteVersion(tx, { removal: false });
  return { articleId: article.id };
}

/** Leaves the text as a draft of the branch's own: what becomes of it is the branch's to decide. */
export async function draftCopy(tx: Tx, ctx: BranchContext, placing: Placing): Promise<{ articleId: string }> {
  const { push, copy, origin, columnId } = placing;
  const { tenantId } = ctx;
  const now = ctx.now();
  const article = await newArticle(tx, ctx, columnId);
  const revision = await cloneRevision(tx, {
    from: { tenantId: push.originTenantId, revisionId: origin.revisionId },
    to: { tenantId, articleId: article.id, columnId },
    introduction: "",
    sealedAt: null,
    by: ctx.actor,
    now,
  });
  await leadLinksHome(tx, push, { tenantId, id: revision.id });
  await tx.article.update({
    where: { tenantId_id: { tenantId, id: article.id } },
    data: { workingRevisionId: revision.id, title: origin.title },
  });
  await updateCopy(tx, copy, {
    state: "drafted",
    articleId: article.id,
    originRevisionId: origin.revisionId,
    reason: "",
    changedAt: now,
  });
  const step = { from: null, to: "draft", revisionId: revision.id };
  await recordEvent(tx, ctx, articleSubject(article.id), { action: "pushDraft", ...step });
  await audit(tx, ctx, "push.draft", articleSubject(article.id), { no: article.no, pushId: push.id, ...step });
  await tellBranch(tx, ctx, { kind: "push.drafted", push, copy, articleId: article.id });
  return { articleId: article.id };
}

/** A draft forgets where it came from, its links must not. */
async function leadLinksHome(tx: Tx, push: PushRow, key: { tenantId: string; id: string }): Promise<void> {
  const { body: stored } = await tx.revision.findUniqueOrThrow({ where: { tenantId_id: key }, select: { body: true } });
  const body = parseBody(stored);
  const own = await withOwnLinks(tx, push, body);
  if (own !== body) await tx.revision.update({ where: { tenantId_id: key }, data: { body: own } });
}

async function newArticle(tx: Tx, ctx: BranchContext, columnId: string) {
  const { tenantId } = ctx;
  const { articleSeq: no } = await tx.branch.update({
    where: { id: tenantId },
    data: { articleSeq: { increment: 1 } },
    select: { articleSeq: true },
  });
  const now = ctx.now();
  return tx.article.create({
    data: {
      tenantId,
      id: newId(),
      no,
      columnId,
      createdById: ctx.actor.userId,
      workStateSince: now,
      createdAt: now,
    },
    select: { id: true, no: true, visibility: true, publishedAt: true },
  });
}

function heldArticle(tx: Tx, { tenantId, articleId }: CopyRow) {
  return tx.article.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: articleId ?? "" } },
    select: { id: true, no: true, visibility: true, publishedAt: true },
  });
}
