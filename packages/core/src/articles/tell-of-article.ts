import type { Tx } from "@zhibu/db/scope";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import type { NotificationKind, NotificationParams } from "@zhibu/domain/notifications/kinds";
import type { BranchContext } from "../kernel/context.ts";
import { notify } from "../notifications/notify.ts";
import { whoCan, whoCanEach } from "../notifications/who-can.ts";
import type { ArticleRow } from "./get-article.ts";

type ArticleKind = Extract<NotificationKind, `article.${string}`>;

export type Telling<Kind extends ArticleKind> = {
  kind: Kind;
  userIds: readonly string[];
  params: NotificationParams<Kind>;
  /** Where the line leads: to the decision, or to the text. */
  to?: "review" | "articles";
  /** A deed of the clock is nobody's own. */
  byClock?: boolean;
};

/** Tells people of one change of an article, in its transaction; the article as it was read, so that each change is one occasion. */
export function tellOfArticle<Kind extends ArticleKind>(
  tx: Tx,
  ctx: BranchContext,
  article: Pick<ArticleRow, "id" | "version">,
  { kind, userIds, params, to = "articles", byClock = false }: Telling<Kind>,
): Promise<void> {
  return notify(tx, {
    branchId: ctx.tenantId,
    userIds,
    ...(byClock ? {} : { by: ctx.actor.userId }),
    kind,
    params,
    path: `/:branch/${to}/${article.id}`,
    occasion: `${kind}:${article.id}:${article.version}`,
    now: ctx.now(),
  });
}

/** Everybody who has written at the text in work or answers for it, and still has a role in the branch. */
export async function writersOf(tx: Tx, ctx: BranchContext, article: ArticleRow): Promise<readonly string[]> {
  const { workingRevisionId: id, tenantId } = article;
  const revision =
    id === null
      ? null
      : await tx.revision.findUnique({ where: { tenantId_id: { tenantId, id } }, select: { createdById: true } });
  const wanted = [article.responsibleId ?? article.createdById, article.submittedById, revision?.createdById];
  const present = await whoCan(tx, tenantId, "article:read", shanghaiDay(ctx.now()));
  return present.filter((userId) => wanted.includes(userId));
}

/** Who puts out what was approved: the webmasters, and whoever asked for the approval. */
export async function publishersOf(tx: Tx, ctx: BranchContext, article: ArticleRow): Promise<readonly string[]> {
  const today = shanghaiDay(ctx.now());
  const who = await whoCanEach(tx, ctx.tenantId, ["article:approve", "article:publish"], today);
  const approvers = who("article:approve");
  return who("article:publish").filter((userId) => !approvers.includes(userId) || userId === article.submittedById);
}

/** The people of the branch who hold the permission today. */
export function thoseWho(
  tx: Tx,
  ctx: BranchContext,
  permission: Parameters<typeof whoCan>[2],
): Promise<readonly string[]> {
  return whoCan(tx, ctx.tenantId, permission, shanghaiDay(ctx.now()));
}
