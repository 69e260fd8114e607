import { newId } from "@zhibu/db/new-id";
import { withTenant, type Tx } from "@zhibu/db/scope";
import type { SaveArticleInput } from "@zhibu/domain/articles/article-input";
import { nextWorkState, type WorkState } from "@zhibu/domain/articles/article-states";
import { continuesRevision, mayWrite } from "@zhibu/domain/articles/revision-rules";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import { audit } from "../audit/audit.ts";
import { replaceFactUses } from "../baseline/fact-uses.ts";
import type { BranchContext } from "../kernel/context.ts";
import { updateGuarded } from "../kernel/update-guarded.ts";
import { recordEvent } from "../workflow/record-event.ts";
import { settleCorrections } from "./corrections/settle-corrections.ts";
import { withFactTexts } from "./fact-texts.ts";
import { getArticleAt, type ArticleRow } from "./get-article.ts";
import { getColumn } from "./get-column.ts";
import { articleSubject, type ArticleData } from "./move-article.ts";
import { contentToRow, type RevisionContent } from "./revision-content.ts";
import { getMediaUses, replaceRevisionMedia } from "./revision-media.ts";

export type SavedArticle = {
  articleId: string;
  version: number;
  savedAt: Date;
  revisionNumber: number;
  workState: WorkState;
};

/**
 * Saves a writer's text. The same writer's saves share a revision for a while; another writer, a long pause,
 * a live article or a submitted text begin a new one, so nobody's words are overwritten.
 * An edit after approval voids the approval. What follows a push is not the branch's to write. @throws AppError CONFLICT when someone saved in between.
 */
export async function saveArticle(ctx: BranchContext, input: SaveArticleInput): Promise<SavedArticle> {
  assertCan(ctx.actor.roles, "article:edit");
  const parsed = contentToRow(input.content);
  return withTenant(ctx.tenantId, async (tx) => {
    const article = await getArticleAt(tx, ctx, input);
    if (!mayWrite(ctx.actor.roles, ctx.actor.userId, article)) throw new AppError("FORBIDDEN", "article.notYours");
    if (article.linkedPushId !== null) throw new AppError("CONFLICT", "push.linkedText");
    const workState = stateAfterEdit(article);
    const { module } = await getColumn(tx, ctx, parsed.columnId);
    const { content, factKeys } = await withFactTexts(tx, parsed, { ...article, module }, ctx.now());
    const uses = await getMediaUses(tx, ctx, content, input.content.attachmentIds);

    // One moment for the row and the answer: an editor knows by it that the text it reads again is its own.
    const savedAt = ctx.now();
    const revision = await writeRevision(tx, ctx, article, { content, savedAt });
    await replaceRevisionMedia(tx, ctx, revision.id, uses);
    await replaceFactUses(tx, { tenantId: ctx.tenantId, revisionId: revision.id }, factKeys);
    await updateGuarded<ArticleData>(tx.article, article, {
      workState,
      workingRevisionId: revision.id,
      title: content.title,
      ...(article.visibility === "unpublished" ? { columnId: content.columnId } : {}),
      ...(workState === article.workState
        ? {}
        : {
            workStateSince: ctx.now(),
            submittedById: null,
            submittedAt: null,
            scheduledAt: null,
            failureReason: null,
          }),
    });
    await settleCorrections(tx, ctx, article.id);
    await recordSave(tx, ctx, article, { ...revision, workState });
    return {
      articleId: article.id,
      version: article.version + 1,
      savedAt,
      revisionNumber: revision.number,
      workState,
    };
  });
}

function stateAfterEdit(article: ArticleRow): WorkState {
  if (article.visibility === "archived") throw new AppError("CONFLICT", "article.archived");
  const next = article.workState === null ? "draft" : nextWorkState(article.workState, "edit");
  return next === "done" ? "draft" : next;
}

type WrittenRevision = { id: string; number: number; isNew: boolean };

async function writeRevision(
  tx: Tx,
  ctx: BranchContext,
  article: ArticleRow,
  { content, savedAt }: { content: RevisionContent; savedAt: Date },
): Promise<WrittenRevision> {
  const { tenantId, id: articleId, workingRevisionId } = article;
  const working =
    workingRevisionId === null
      ? null
      : await tx.revision.findUnique({
          where: { tenantId_id: { tenantId, id: workingRevisionId } },
          select: { id: true, number: true, createdById: true, savedAt: true, sealedAt: true },
        });
  if (working && continuesRevision(working, ctx.actor.userId, savedAt)) {
    await tx.revision.update({
      where: { tenantId_id: { tenantId, id: working.id } },
      data: { ...content, savedAt },
    });
    return { id: working.id, number: working.number, isNew: false };
  }
  const newest = await tx.revision.findFirst({
    where: { tenantId, articleId },
    orderBy: { number: "desc" },
    select: { number: true },
  });
  const revision = { id: newId(), number: (newest?.number ?? 0) + 1 };
  await tx.revision.create({
    data: {
      tenantId,
      articleId,
      ...revision,
      ...content,
      createdById: ctx.actor.userId,
      createdByName: ctx.actor.displayName,
      createdAt: savedAt,
      savedAt,
    },
  });
  return { ...revision, isNew: true };
}

/** A save that only continues a revision leaves its trace in the revision; a new revision or a voided approval goes on record. */
async function recordSave(
  tx: Tx,
  ctx: BranchContext,
  article: ArticleRow,
  saved: WrittenRevision & { workState: WorkState },
): Promise<void> {
  const voided = article.workState !== null && ["approved", "scheduled", "failed"].includes(article.workState);
  if (voided || article.workState === null) {
    await recordEvent(tx, ctx, articleSubject(article.id), {
      action: voided ? "voidApproval" : "beginChange",
      from: article.workState,
      to: saved.workState,
      revisionId: saved.id,
    });
  }
  if (voided || saved.isNew) {
    await audit(tx, ctx, voided ? "article.voidApproval" : "article.edit", articleSubject(article.id), {
      no: article.no,
      revision: saved.number,
      from: article.workState,
      to: saved.workState,
    });
  }
}
