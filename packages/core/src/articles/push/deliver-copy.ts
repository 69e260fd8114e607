import { withOfficeIn, type Tx } from "@zhibu/db/scope";
import type { CopyState } from "@zhibu/domain/articles/push/push-names";
import { deliveries, nextCopyState } from "@zhibu/domain/articles/push/push-states";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import { audit } from "../../audit/audit.ts";
import type { BranchContext } from "../../kernel/context.ts";
import { draftCopy, showCopy } from "./place-copy.ts";
import { lockOrigin } from "./push-origin.ts";
import { findPlace } from "./push-place.ts";
import { lockCopy, senderContext, updateCopy, type CopyRow, type PushRow } from "./push-rows.ts";
import { tellBranch, tellFailed } from "./tell-of-push.ts";

/**
 * Brings a push to one branch, an offer to its people's attention, in a transaction of its own. Safe to run any number of times and anywhere at once: the
 * copy is held, and what is no longer waiting is left alone. Returns the state it came to, `null` when nothing was due.
 * What can't be shown is marked failed with the reason.
 */
export async function deliverCopy(pushId: string, tenantId: TenantId, now: () => Date): Promise<CopyState | null> {
  return withOfficeIn(tenantId, async (tx) => {
    const held = await lockCopy(tx, pushId, tenantId);
    if (held?.push.state !== "active" || held.copy.state !== "waiting") return null;
    const { push, copy } = held;
    const action = deliveries[push.mode];
    const ctx = senderContext(tenantId, push, now);
    if (action === null) {
      await tellBranch(tx, ctx, { kind: "push.offered", push, copy });
      return null;
    }
    const place = await findPlace(tx, tenantId, push.columnKey);
    if ("problem" in place) return failCopy(tx, ctx, held, place.problem);
    const origin = await lockOrigin(tx, push);
    if (!origin) return failCopy(tx, ctx, held, "push.originGone");
    const placing = { push, copy, origin, columnId: place.columnId };
    await (action === "show" ? showCopy(tx, ctx, placing) : draftCopy(tx, ctx, placing));
    return nextCopyState(copy.state, action);
  });
}

/** Marks a copy failed that went wrong in a way nobody foresaw; the log has the rest. */
export async function giveUpCopy(pushId: string, tenantId: TenantId, now: () => Date): Promise<void> {
  await withOfficeIn(tenantId, async (tx) => {
    const held = await lockCopy(tx, pushId, tenantId);
    if (held?.copy.state !== "waiting") return;
    await failCopy(tx, senderContext(tenantId, held.push, now), held, "push.unexpected");
  });
}

async function failCopy(
  tx: Tx,
  ctx: BranchContext,
  { push, copy }: { push: PushRow; copy: CopyRow },
  reason: string,
): Promise<CopyState> {
  const state = nextCopyState(copy.state, "fail");
  await updateCopy(tx, copy, { state, reason, changedAt: ctx.now() });
  await audit(tx, ctx, "push.fail", { type: "push", id: push.id }, { reason });
  await tellFailed(tx, ctx, push);
  return state;
}
