import type { Tx } from "@zhibu/db/scope";
import type { NotificationKind, NotificationParams } from "@zhibu/domain/notifications/kinds";
import type { BranchContext } from "../kernel/context.ts";
import { notify } from "../notifications/notify.ts";
import type { PublicityRow } from "./get-publicity-list.ts";

type PublicityKind = Extract<NotificationKind, `publicity.${string}`>;

/** Tells people of one change of a list, in its transaction; the list as it was read, so that each change is one occasion. */
export function tellOfPublicity<Kind extends PublicityKind>(
  tx: Tx,
  ctx: BranchContext,
  list: Pick<PublicityRow, "id" | "version">,
  notice: { kind: Kind; userIds: readonly string[]; params: NotificationParams<Kind>; byClock?: boolean },
): Promise<void> {
  const { kind, userIds, params, byClock = false } = notice;
  return notify(tx, {
    branchId: ctx.tenantId,
    userIds,
    ...(byClock ? {} : { by: ctx.actor.userId }),
    kind,
    params,
    path: `/:branch/publicity/${list.id}`,
    occasion: `${kind}:${list.id}:${list.version}`,
    now: ctx.now(),
  });
}
