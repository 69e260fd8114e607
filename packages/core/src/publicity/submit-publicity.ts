import { withTenant, type Tx } from "@zhibu/db/scope";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { draftProblems, type PublicityDraft } from "@zhibu/domain/publicity/publicity-draft";
import type { PublicityActionInput } from "@zhibu/domain/publicity/publicity-inputs";
import type { PublicityTemplate } from "@zhibu/domain/publicity/publicity-template";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import { audit } from "../audit/audit.ts";
import type { BranchContext } from "../kernel/context.ts";
import { updateGuarded } from "../kernel/update-guarded.ts";
import { whoCan } from "../notifications/who-can.ts";
import { recordEvent } from "../workflow/record-event.ts";
import { draftOf, getPublicityListAt, publicitySubject, templateOf, type PublicityRow } from "./get-publicity-list.ts";
import { movePublicity, type MovedPublicity, type PublicityData } from "./move-publicity.ts";
import { publishableFiles } from "./publicity-files.ts";
import { tellOfPublicity } from "./tell-of-publicity.ts";

/**
 * Hands a list, or the correction of a running one, to the secretary.
 * @throws AppError INVALID while anything in it must not be published; nothing of that can be waived.
 */
export async function submitPublicity(ctx: BranchContext, input: PublicityActionInput): Promise<MovedPublicity> {
  assertCan(ctx.actor.roles, "publicity:prepare");
  return withTenant(ctx.tenantId, async (tx) => {
    const list = await getPublicityListAt(tx, ctx, input);
    const draft = draftOf(list);
    assertPublishable(ctx, draft, await templateOf(tx, list));
    await publishableFiles(tx, ctx.tenantId, draft);
    const handed = { submittedById: ctx.actor.userId, submittedAt: ctx.now() };
    const moved =
      list.state === "running"
        ? await handInCorrection(tx, ctx, list, handed)
        : await movePublicity(tx, ctx, list, { action: "submit", data: handed });
    await tellOfPublicity(tx, ctx, list, {
      kind: "publicity.submitted",
      userIds: await whoCan(tx, ctx.tenantId, "publicity:sign", shanghaiDay(ctx.now())),
      params: { title: list.title, actor: ctx.actor.displayName },
    });
    return moved;
  });
}

/** @throws AppError INVALID naming how many places have to be put right. */
export function assertPublishable(ctx: BranchContext, draft: PublicityDraft, template: PublicityTemplate): void {
  const problems = draftProblems(draft, template, Number(shanghaiDay(ctx.now()).slice(0, 4)));
  if (problems.length > 0) throw new AppError("INVALID", "publicity.problems", { count: problems.length });
}

async function handInCorrection(
  tx: Tx,
  ctx: BranchContext,
  list: PublicityRow,
  handed: PublicityData,
): Promise<MovedPublicity> {
  if (list.submittedById !== null) throw new AppError("CONFLICT", "publicity.correctionInReview");
  await updateGuarded<PublicityData>(tx.publicityList, list, handed);
  const subject = publicitySubject(list.id);
  await recordEvent(tx, ctx, subject, { action: "submitCorrection", from: list.state, to: list.state });
  await audit(tx, ctx, "publicity.submitCorrection", subject, { no: list.no });
  return { publicityId: list.id, version: list.version + 1, state: list.state };
}
