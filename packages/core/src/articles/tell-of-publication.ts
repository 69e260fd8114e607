import type { Tx } from "@zhibu/db/scope";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import type { BranchContext } from "../kernel/context.ts";
import { whoCanInCollege } from "../notifications/who-can.ts";
import type { ArticleRow } from "./get-article.ts";
import { tellOfArticle, writersOf } from "./tell-of-article.ts";

/**
 * Tells the writers that their text is out, and the office when what it took down comes back.
 * To be called with the article as it was before the publication.
 */
export async function tellOfPublication(tx: Tx, ctx: BranchContext, article: ArticleRow, title: string): Promise<void> {
  const params = { title, actor: ctx.actor.displayName };
  const userIds = await writersOf(tx, ctx, article);
  await tellOfArticle(tx, ctx, article, { kind: "article.published", userIds, params });
  if (article.visibility !== "withdrawn" || !(await wasTakenDown(tx, ctx, article.id))) return;
  const office = await whoCanInCollege(tx, "branch:oversee", shanghaiDay(ctx.now()));
  await tellOfArticle(tx, ctx, article, { kind: "article.broughtBack", userIds: office, params, to: "review" });
}

/** Whether it was the office that last took the article away from readers. */
async function wasTakenDown(tx: Tx, ctx: BranchContext, articleId: string): Promise<boolean> {
  const last = await tx.workflowEvent.findFirst({
    where: {
      tenantId: ctx.tenantId,
      subjectType: "article",
      subjectId: articleId,
      action: { in: ["withdraw", "takeDown"] },
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { action: true },
  });
  return last?.action === "takeDown";
}
