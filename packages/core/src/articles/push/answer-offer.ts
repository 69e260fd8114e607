import { withOfficeIn, type Tx } from "@zhibu/db/scope";
import type { AcceptOfferInput, DeclineOfferInput } from "@zhibu/domain/articles/push/push-inputs";
import { nextCopyState } from "@zhibu/domain/articles/push/push-states";
import { AppError, notFound } from "@zhibu/domain/kernel/app-error";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import { audit } from "../../audit/audit.ts";
import type { BranchContext } from "../../kernel/context.ts";
import { showCopy } from "./place-copy.ts";
import { lockOrigin } from "./push-origin.ts";
import { findPlace } from "./push-place.ts";
import { lockCopy, updateCopy } from "./push-rows.ts";
import { tellDeclined } from "./tell-of-push.ts";

/**
 * The branch takes an offer: the article stands on its site at once and follows the origin. Also after having declined.
 * The copy is made by the office's transaction, which alone can read the origin; the branch is the gate's, and no other.
 */
export async function acceptOffer(ctx: BranchContext, input: AcceptOfferInput): Promise<{ articleId: string }> {
  assertCan(ctx.actor.roles, "push:answer");
  return withOfficeIn(ctx.tenantId, async (tx) => {
    const { push, copy } = await getOffer(tx, ctx, input);
    nextCopyState(copy.state, "show");
    const place = await findPlace(tx, ctx.tenantId, push.columnKey);
    if ("problem" in place) throw new AppError("CONFLICT", place.problem);
    const origin = await lockOrigin(tx, push);
    if (!origin) throw new AppError("CONFLICT", "push.originGone");
    return showCopy(tx, ctx, { push, copy, origin, columnId: place.columnId });
  });
}

/** The branch does without an offer, and says why: the office reads it beside the branch's name. */
export async function declineOffer(ctx: BranchContext, input: DeclineOfferInput): Promise<{ pushId: string }> {
  assertCan(ctx.actor.roles, "push:answer");
  return withOfficeIn(ctx.tenantId, async (tx) => {
    const { push, copy } = await getOffer(tx, ctx, input);
    if (copy.state !== "waiting") throw new AppError("CONFLICT", "push.wrongState");
    const state = nextCopyState(copy.state, "decline");
    const { displayName } = ctx.actor;
    await updateCopy(tx, copy, { state, reason: input.reason, changedAt: ctx.now(), decidedByName: displayName });
    await audit(tx, ctx, "push.decline", { type: "push", id: push.id }, { title: push.title, reason: input.reason });
    await tellDeclined(tx, ctx, { push, copy, reason: input.reason });
    return { pushId: push.id };
  });
}

/** @throws AppError NOT_FOUND for what never reached this branch; CONFLICT when it was recalled, is no offer, or has changed. */
async function getOffer(tx: Tx, ctx: BranchContext, { pushId, version }: AcceptOfferInput) {
  const held = await lockCopy(tx, pushId, ctx.tenantId);
  if (!held) throw notFound();
  if (held.push.mode !== "optional") throw new AppError("CONFLICT", "push.noOffer");
  if (held.push.state !== "active") throw new AppError("CONFLICT", "push.recalledMeanwhile");
  if (held.copy.version !== version) throw new AppError("CONFLICT", "changedMeanwhile");
  return held;
}
