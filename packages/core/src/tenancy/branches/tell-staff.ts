import type { Branch } from "@zhibu/db/generated/client";
import type { Tx } from "@zhibu/db/scope";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import type { NotificationParams } from "@zhibu/domain/notifications/kinds";
import type { OfficeContext } from "../../kernel/context.ts";
import { notify } from "../../notifications/notify.ts";
import { whoCan } from "../../notifications/who-can.ts";

type BranchNews = "branch.suspended" | "branch.reopened" | "branch.archived" | "branch.merged";

/** Tells who answers for a branch's site what the office did with it; called while they are still in office. */
export async function tellStaff<Kind extends BranchNews>(
  tx: Tx,
  ctx: OfficeContext,
  branch: Pick<Branch, "id" | "version">,
  kind: Kind,
  params: NotificationParams<Kind>,
): Promise<void> {
  const now = ctx.now();
  await notify(tx, {
    branchId: branch.id,
    userIds: await whoCan(tx, branch.id, "branch:configure", shanghaiDay(now)),
    by: ctx.actor.userId,
    kind,
    params,
    path: "/:branch",
    occasion: `${kind}:${branch.id}:${branch.version}`,
    now,
  });
}
