import { Prisma } from "@zhibu/db/generated/client";
import { withTenant, type Tx } from "@zhibu/db/scope";
import { nextWorkState, type WorkState } from "@zhibu/domain/articles/article-states";
import type { SaveIntroductionInput } from "@zhibu/domain/articles/push/push-inputs";
import { continuesRevision, mayWrite } from "@zhibu/domain/articles/revision-rules";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import { audit } from "../../audit/audit.ts";
import type { BranchContext } from "../../kernel/context.ts";
import { updateGuarded } from "../../kernel/update-guarded.ts";
import { recordEvent } from "../../workflow/record-event.ts";
import { getArticleAt, type ArticleRow } from "../get-article.ts";
import { articleSubject, type ArticleData } from "../move-article.ts";
import { cloneRevision, hashBelow } from "./clone-revision.ts";

export type SavedIntroduction = { articleId: string; version: number; savedAt: Date; workState: WorkState };

/**
 * Saves a branch's own words above an article that follows the office's. They go the ordinary way, submitted, reviewed,
 * published; the text below them is not the branch's to change. An edit after approval voids the approval.
 */
export async function saveIntroduction(ctx: BranchContext, input: SaveIntroductionInput): Promise<SavedIntroduction> {
  assertCan(ctx.actor.roles, "article:edit");
  return withTenant(ctx.tenantId, async (tx) => {
    const article = await getArticleAt(tx, ctx, input);
    if (article.linkedPushId === null || article.visibility !== "live")
      throw new AppError("CONFLICT", "push.notLinked");
    if (!mayWrite(ctx.actor.roles, ctx.actor.userId, article)) throw new AppError("FORBIDDEN", "article.notYours");
    const next = article.workState === null ? "draft" : nextWorkState(article.workState, "edit");
    const workState = next === "done" ? "draft" : next;

    const revision = await writeIntroduction(tx, ctx, article, input.introduction);
    const moved = workState !== article.workState;
    const undone = { submittedById: null, submittedAt: null, scheduledAt: null, failureReason: null };
    await updateGuarded<ArticleData>(tx.article, article, {
      workState,
      workingRevisionId: revision.id,
      ...(moved ? { workStateSince: ctx.now(), ...undone } : {}),
    });
    if (moved || revision.isNew) await recordSave(tx, ctx, article, { ...revision, workState });
    return { articleId: article.id, version: article.version + 1, savedAt: ctx.now(), workState };
  });
}

type Written = { id: string; isNew: boolean };

async function writeIntroduction(
  tx: Tx,
  ctx: BranchContext,
  article: ArticleRow,
  introduction: string,
): Promise<Written> {
  const { tenantId, workingRevisionId, liveRevisionId } = article;
  const now = ctx.now();
  if (liveRevisionId === null) throw new AppError("CONFLICT", "push.notLinked");
  if (workingRevisionId !== null) {
    const key = { tenantId_id: { tenantId, id: workingRevisionId } };
    const working = await tx.revision.findUniqueOrThrow({ where: key });
    if (continuesRevision(working, ctx.actor.userId, now)) {
      await tx.$executeRaw`
        UPDATE revision w
        SET introduction = ${introduction}, saved_at = ${now}::timestamptz,
          content_hash = ${hashBelow(Prisma.sql`live.content_hash`, working.columnId, introduction)}
        FROM revision live
        WHERE w.tenant_id = ${tenantId}::uuid AND w.id = ${working.id}::uuid
          AND live.tenant_id = w.tenant_id AND live.id = ${liveRevisionId}::uuid`;
      return { id: working.id, isNew: false };
    }
  }
  const { id } = await cloneRevision(tx, {
    from: { tenantId: ctx.tenantId, revisionId: liveRevisionId },
    to: { tenantId: ctx.tenantId, articleId: article.id, columnId: article.columnId },
    introduction,
    sealedAt: null,
    by: ctx.actor,
    now,
  });
  return { id, isNew: true };
}

async function recordSave(
  tx: Tx,
  ctx: BranchContext,
  article: ArticleRow,
  saved: Written & { workState: WorkState },
): Promise<void> {
  const voided = article.workState !== null && ["approved", "scheduled", "failed"].includes(article.workState);
  const step = { from: article.workState, to: saved.workState, revisionId: saved.id };
  if (voided || article.workState === null) {
    const action = voided ? "voidApproval" : "pushIntroduce";
    await recordEvent(tx, ctx, articleSubject(article.id), { action, ...step });
  }
  const action = voided ? "article.voidApproval" : "push.introduce";
  await audit(tx, ctx, action, articleSubject(article.id), { no: article.no, ...step });
}
