import type { Tx } from "@zhibu/db/scope";
import { parseBody } from "@zhibu/domain/articles/document/parse-body";
import { searchWords } from "@zhibu/domain/baseline/search-words";
import type { WordFinder } from "@zhibu/domain/baseline/word-finder";
import { audit } from "../../audit/audit.ts";
import type { BranchContext } from "../../kernel/context.ts";
import { taskSubject } from "./get-task.ts";
import { finderOfTask } from "./scan-finders.ts";

/**
 * Settles the article's corrections that its texts no longer need: neither what readers see nor what is being written
 * still says the old words. To be called, in the same transaction, by whatever changed one of the two.
 */
export async function settleCorrections(tx: Tx, ctx: BranchContext, articleId: string): Promise<void> {
  const { tenantId } = ctx;
  const open = await tx.correctionTask.findMany({ where: { tenantId, articleId, state: "open" } });
  if (open.length === 0) return;
  const texts = await currentTexts(tx, tenantId, articleId);
  for (const task of open) {
    const find = await finderOfTask(tx, task, ctx.now());
    if (texts.some((text) => stillSays(text, task.causeType, find))) continue;
    await tx.correctionTask.update({
      where: { tenantId_id: { tenantId, id: task.id } },
      data: {
        state: "done",
        closedAt: ctx.now(),
        closedById: ctx.actor.userId,
        closedByName: ctx.actor.displayName,
        version: { increment: 1 },
      },
    });
    await audit(tx, ctx, "correction.done", taskSubject(task.id), { old: task.oldText, new: task.newText });
  }
}

type CurrentText = Awaited<ReturnType<typeof currentTexts>>[number];

/** News that is out keeps the facts of its date. */
function stillSays(text: CurrentText, causeType: string, find: WordFinder): boolean {
  if (causeType === "fact" && text.isLive && text.column.module === "news") return false;
  return searchWords({ ...text, body: parseBody(text.body) }, find) !== null;
}

async function currentTexts(tx: Tx, tenantId: string, articleId: string) {
  const article = await tx.article.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: articleId } },
    select: { visibility: true, liveRevisionId: true, workingRevisionId: true },
  });
  const liveId = article.visibility === "live" ? article.liveRevisionId : null;
  const ids = [liveId, article.workingRevisionId].filter((id) => id !== null);
  const revisions = await tx.revision.findMany({
    where: { tenantId, id: { in: ids } },
    select: { id: true, title: true, subtitle: true, summary: true, body: true, column: { select: { module: true } } },
  });
  return revisions.map((revision) => ({ ...revision, isLive: revision.id === liveId }));
}
