import type { Tx } from "@zhibu/db/scope";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import type { BranchContext } from "../../kernel/context.ts";
import { notify } from "../../notifications/notify.ts";
import { whoCan, whoCanInCollege } from "../../notifications/who-can.ts";
import type { CopyRow, PushRow } from "./push-rows.ts";

type Pushed = Pick<PushRow, "id" | "title">;

/** Tells those who answer for pushes in the branch, once for each change of its copy. */
export async function tellBranch(
  tx: Tx,
  ctx: BranchContext,
  told: {
    kind: "push.offered" | "push.shown" | "push.drafted" | "push.updated";
    push: Pushed;
    copy: Pick<CopyRow, "version">;
    articleId?: string;
  },
): Promise<void> {
  const { kind, push, copy, articleId } = told;
  await notify(tx, {
    branchId: ctx.tenantId,
    userIds: await whoCan(tx, ctx.tenantId, "push:answer", shanghaiDay(ctx.now())),
    by: ctx.actor.userId,
    kind,
    params: { title: push.title },
    path: articleId === undefined ? "/:branch/pushes" : `/:branch/articles/${articleId}`,
    occasion: `${kind}:${push.id}:${ctx.tenantId}:${copy.version}`,
    now: ctx.now(),
  });
}

/** The same after a recall, whose reason everybody needs who has to answer readers. */
export async function tellRecall(tx: Tx, ctx: BranchContext, push: Pushed, reason: string): Promise<void> {
  await notify(tx, {
    branchId: ctx.tenantId,
    userIds: await whoCan(tx, ctx.tenantId, "push:answer", shanghaiDay(ctx.now())),
    by: ctx.actor.userId,
    kind: "push.recalled",
    params: { title: push.title, reason },
    path: "/:branch/pushes",
    occasion: `push.recalled:${push.id}:${ctx.tenantId}`,
    now: ctx.now(),
  });
}

/** Tells the office that a branch does without what it was sent. */
export async function tellDeclined(
  tx: Tx,
  ctx: BranchContext,
  { push, copy, reason }: { push: Pushed; copy: Pick<CopyRow, "version">; reason: string },
): Promise<void> {
  await notify(tx, {
    branchId: ctx.tenantId,
    userIds: await whoCanInCollege(tx, "push:send", shanghaiDay(ctx.now())),
    by: ctx.actor.userId,
    kind: "push.declined",
    params: { title: push.title, actor: ctx.actor.displayName, reason },
    path: `/office/pushes/${push.id}`,
    occasion: `push.declined:${push.id}:${ctx.tenantId}:${copy.version}`,
    now: ctx.now(),
  });
}

/** Tells the office that a push could not be shown somewhere: once for each attempt's worth of trouble, not once a branch. */
export async function tellFailed(tx: Tx, ctx: BranchContext, push: Pushed): Promise<void> {
  await notify(tx, {
    branchId: null,
    userIds: await whoCanInCollege(tx, "push:send", shanghaiDay(ctx.now())),
    kind: "push.failed",
    params: { title: push.title },
    path: `/office/pushes/${push.id}?state=failed`,
    occasion: `push.failed:${push.id}`,
    now: ctx.now(),
  });
}
