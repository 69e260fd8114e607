import { type Tx, withOffice } from "@zhibu/db/scope";
import type { CloseNominationInput, FeatureNominationInput } from "@zhibu/domain/articles/nomination-inputs";
import { nextNominationState, type NominationAction } from "@zhibu/domain/articles/nomination-states";
import { AppError, notFound } from "@zhibu/domain/kernel/app-error";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import { audit } from "../../audit/audit.ts";
import { bumpSites } from "../../kernel/bump-site-version.ts";
import type { BranchContext, OfficeContext } from "../../kernel/context.ts";
import { updateGuarded } from "../../kernel/update-guarded.ts";
import { notify } from "../../notifications/notify.ts";
import { whoCan } from "../../notifications/who-can.ts";
import { recordEvent } from "../../workflow/record-event.ts";
import { articleSubject } from "../move-article.ts";

type Decision = {
  action: Extract<NominationAction, "feature" | "decline" | "end">;
  nominationId: string;
  version: number;
  reason: string;
};

const told = { feature: "nomination.featured", decline: "nomination.declined", end: "nomination.ended" } as const;

/** Puts a proposed article on the portal (经验交流). @throws AppError CONFLICT when it is not live any more. */
export function featureNomination(ctx: OfficeContext, input: FeatureNominationInput): Promise<void> {
  return decide(ctx, { action: "feature", reason: "", ...input });
}

/** Declines a proposal with a reason, which the branch reads. */
export function declineNomination(ctx: OfficeContext, input: CloseNominationInput): Promise<void> {
  return decide(ctx, { action: "decline", ...input });
}

/** Ends the showing of a featured article; the article itself stays where it is. */
export function endNomination(ctx: OfficeContext, input: CloseNominationInput): Promise<void> {
  return decide(ctx, { action: "end", ...input });
}

async function decide(ctx: OfficeContext, decision: Decision): Promise<void> {
  assertCanInCollege(ctx.actor.roles, "nomination:decide");
  await withOffice(async (tx) => {
    const nomination = await getNominationAt(tx, decision);
    const state = nextNominationState(nomination.state, decision.action);
    const { article } = nomination;
    if (state === "featured" && article.visibility !== "live") throw new AppError("CONFLICT", "nomination.notLive");
    await updateGuarded(tx.nomination, nomination, {
      state,
      reason: decision.reason,
      decidedAt: ctx.now(),
      decidedByName: ctx.actor.displayName,
      featuredAt: state === "featured" ? ctx.now() : null,
    });
    await leaveTrace(tx, inBranch(ctx, nomination.tenantId), nomination, decision);
    // The portal alone shows it.
    await bumpSites(tx, [], { removal: decision.action === "end" });
  });
}

async function getNominationAt(tx: Tx, { nominationId, version }: Decision) {
  const found = await tx.nomination.findFirst({
    where: { id: nominationId },
    include: { article: { select: { no: true, visibility: true, liveRevision: { select: { title: true } } } } },
  });
  if (!found) throw notFound("nomination.missing");
  if (found.version !== version) throw new AppError("CONFLICT", "changedMeanwhile");
  return found;
}

type Nomination = Awaited<ReturnType<typeof getNominationAt>>;

/** The article's timeline, the branch's people and the branch's trail. */
async function leaveTrace(tx: Tx, ctx: BranchContext, nomination: Nomination, decision: Decision): Promise<void> {
  const { action, reason } = decision;
  const subject = articleSubject(nomination.articleId);
  await recordEvent(tx, ctx, subject, { action: `${action}Nomination`, from: null, to: null, opinion: reason });
  const today = shanghaiDay(ctx.now());
  const nominators = await whoCan(tx, nomination.tenantId, "article:nominate", today);
  await notify(tx, {
    branchId: nomination.tenantId,
    userIds: nominators,
    by: ctx.actor.userId,
    kind: told[action],
    params: { title: nomination.article.liveRevision?.title ?? "", reason },
    path: `/:branch/articles/${nomination.articleId}`,
    occasion: `${told[action]}:${nomination.id}:${nomination.version}`,
    now: ctx.now(),
  });
  await audit(tx, ctx, `nomination.${action}`, subject, {
    no: nomination.article.no,
    nominationId: nomination.id,
    ...(reason === "" ? {} : { reason }),
  });
}

/** The office's act in one branch: it stands in that branch's timeline and trail. */
function inBranch({ actor, now }: OfficeContext, tenantId: string): BranchContext {
  const { userId, displayName, roles } = actor;
  // The id of a row the office's role just read.
  return { tenantId: tenantId as TenantId, actor: { userId, displayName, roles: { branch: [], college: roles } }, now };
}
