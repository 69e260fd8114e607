import { withTenant, type Tx } from "@zhibu/db/scope";
import { AppError } from "@zhibu/domain/kernel/app-error";
import type { PublicityActionInput, PublicityReasonInput } from "@zhibu/domain/publicity/publicity-inputs";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import type { BranchContext } from "../kernel/context.ts";
import { optionalDateOf } from "../kernel/day-of.ts";
import { enqueueAt } from "../kernel/queue.ts";
import { fixText } from "./fix-text.ts";
import { draftOf, getPublicityList, getPublicityListAt, templateOf, type PublicityRow } from "./get-publicity-list.ts";
import { movePublicity, type MovedPublicity } from "./move-publicity.ts";
import { nothingInWork } from "./nothing-in-work.ts";
import { startPublicityJob } from "./publicity-job-names.ts";
import { periodChanges, periodData, periodFor, showText } from "./show-text.ts";
import { startSigned } from "./start-publicity.ts";

/**
 * The secretary signs: the text is fixed with its hash, and the list begins, now or at the planned instant.
 * Four eyes: never by whoever prepared it, whatever roles they hold.
 */
export async function signPublicity(ctx: BranchContext, input: PublicityActionInput): Promise<MovedPublicity> {
  assertCan(ctx.actor.roles, "publicity:sign");
  return withTenant(ctx.tenantId, async (tx) => {
    const list = await getPublicityListAt(tx, ctx, input);
    const draft = draftOf(list);
    const template = await templateOf(tx, list);
    const planned = draft.startsAt === null ? ctx.now() : new Date(draft.startsAt);
    // Said now, not at the hour it begins: a last day that is too early.
    await periodFor(tx, { startsAt: planned, lastDay: draft.lastDay, template });
    const textId = await fixText(tx, ctx, { list, draft, template, reason: "" });
    const signed = await movePublicity(tx, ctx, list, {
      action: "sign",
      textId,
      // The draft stays until the list begins: a signature that is taken back leaves it as it was.
      data: { textId, plannedStartAt: planned, lastDay: optionalDateOf(draft.lastDay) },
      changes: { textId, entries: draft.entries.length },
    });
    if (planned > ctx.now()) {
      await enqueueAt(tx, startPublicityJob, { tenantId: ctx.tenantId, publicityId: list.id }, planned);
      return signed;
    }
    return startSigned(tx, ctx, { ...(await getPublicityList(tx, ctx, list.id)), textId });
  });
}

/**
 * Signs the correction of a running list: the new text takes the old one's place and the whole period begins again.
 * The old text stays in the record.
 */
export async function signCorrection(ctx: BranchContext, input: PublicityReasonInput): Promise<MovedPublicity> {
  assertCan(ctx.actor.roles, "publicity:sign");
  return withTenant(ctx.tenantId, async (tx) => {
    const list = await getPublicityListAt(tx, ctx, input);
    const draft = draftOf(list);
    const template = await templateOf(tx, list);
    const period = await periodFor(tx, { startsAt: ctx.now(), lastDay: draft.lastDay, template });
    const textId = await fixText(tx, ctx, { list, draft, template, reason: input.reason });
    await endText(tx, ctx, list);
    const corrected = await movePublicity(tx, ctx, list, {
      action: "correct",
      reason: input.reason,
      textId,
      data: { ...nothingInWork, ...periodData(period), textId, title: draft.title },
      changes: { textId, before: list.textId, entries: draft.entries.length, ...periodChanges(period) },
    });
    await showText(tx, ctx, { publicityId: list.id, textId, period, removal: true });
    return corrected;
  });
}

/** The text that runs is shown no longer. */
async function endText(tx: Tx, ctx: BranchContext, { textId }: PublicityRow): Promise<void> {
  if (textId === null) throw new AppError("CONFLICT", "publicity.nothingInWork");
  await tx.publicityText.update({
    where: { tenantId_id: { tenantId: ctx.tenantId, id: textId } },
    data: { endsAt: ctx.now() },
  });
}
