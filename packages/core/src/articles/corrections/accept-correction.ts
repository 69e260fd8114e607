import { withTenant, type Tx } from "@zhibu/db/scope";
import { parseBody } from "@zhibu/domain/articles/document/parse-body";
import type { AcceptCorrectionInput } from "@zhibu/domain/baseline/baseline-inputs";
import { replaceWords } from "@zhibu/domain/baseline/replace-words";
import { searchWords } from "@zhibu/domain/baseline/search-words";
import { AppError, notFound } from "@zhibu/domain/kernel/app-error";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import { audit } from "../../audit/audit.ts";
import type { BranchContext } from "../../kernel/context.ts";
import { saveArticle } from "../save-article.ts";
import { getOpenTask, taskSubject } from "./get-task.ts";
import { finderOfTask } from "./scan-finders.ts";

/**
 * Writes the proposed words into the text in work, or into a new revision of the live one (采用建议). It goes through
 * review as any change does; the task is settled when readers see the corrected text.
 */
export async function acceptCorrection(ctx: BranchContext, input: AcceptCorrectionInput) {
  assertCan(ctx.actor.roles, "correction:handle");
  assertCan(ctx.actor.roles, "article:edit");
  const { task, text } = await withTenant(ctx.tenantId, async (tx) => {
    const found = await getOpenTask(tx, ctx, input);
    return { task: found, text: await correctedText(tx, ctx, found) };
  });
  const { id: articleId, version } = task.article;
  // Somebody has written it right by hand already: the text is shown, nothing is saved over it.
  if (text !== null) await saveArticle(ctx, { articleId, version, content: text });
  await withTenant(ctx.tenantId, (tx) =>
    audit(tx, ctx, "correction.accept", taskSubject(task.id), {
      no: task.article.no,
      old: task.oldText,
      new: task.newText,
    }),
  );
  return { taskId: task.id, articleId, isChanged: text !== null };
}

type Task = Awaited<ReturnType<typeof getOpenTask>>;

async function correctedText(tx: Tx, ctx: BranchContext, task: Task) {
  const { article } = task;
  const revisionId = article.workingRevisionId ?? article.liveRevisionId;
  if (article.visibility === "archived" || revisionId === null) throw new AppError("CONFLICT", "article.archived");
  const revision = await tx.revision.findUnique({
    where: { tenantId_id: { tenantId: ctx.tenantId, id: revisionId } },
    include: { media: { where: { use: "attachment" }, orderBy: { position: "asc" }, select: { mediaId: true } } },
  });
  if (!revision) throw notFound();
  const find = await finderOfTask(tx, task, ctx.now());
  const { columnId, title, subtitle, summary, source, author, coverId } = revision;
  const content = {
    columnId,
    title,
    subtitle,
    summary,
    source,
    author,
    coverId,
    body: parseBody(revision.body),
    eventAt: revision.eventAt?.toISOString() ?? null,
    attachmentIds: revision.media.map((used) => used.mediaId),
  };
  return searchWords(content, find) === null ? null : replaceWords(content, find);
}
