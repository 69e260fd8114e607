import { withTenant, type Tx } from "@zhibu/db/scope";
import { AppError } from "@zhibu/domain/kernel/app-error";
import type { PublicityActionInput, PublicityReasonInput } from "@zhibu/domain/publicity/publicity-inputs";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import { audit } from "../audit/audit.ts";
import type { BranchContext } from "../kernel/context.ts";
import { updateGuarded } from "../kernel/update-guarded.ts";
import { recordEvent } from "../workflow/record-event.ts";
import { getPublicityListAt, publicitySubject, type PublicityRow } from "./get-publicity-list.ts";
import { movePublicity, type MovedPublicity, type PublicityData } from "./move-publicity.ts";
import { tellOfPublicity } from "./tell-of-publicity.ts";

/** The secretary sends a list, or the correction of a running one, back with a reason. */
export async function returnPublicity(ctx: BranchContext, input: PublicityReasonInput): Promise<MovedPublicity> {
  assertCan(ctx.actor.roles, "publicity:sign");
  return withTenant(ctx.tenantId, async (tx) => {
    const list = await getPublicityListAt(tx, ctx, input);
    const data = { returnReason: input.reason, submittedById: null, submittedAt: null };
    const moved =
      list.state === "running"
        ? await takeBackCorrection(tx, ctx, list, { action: "returnCorrection", reason: input.reason, data })
        : await movePublicity(tx, ctx, list, { action: "return", reason: input.reason, data });
    await tellOfPublicity(tx, ctx, list, {
      kind: "publicity.returned",
      userIds: [...new Set([list.createdById, list.submittedById ?? list.createdById])],
      params: { title: list.title, actor: ctx.actor.displayName, reason: input.reason },
    });
    return moved;
  });
}

/** Whoever prepared a list takes it back before it is signed; on a running list the correction. */
export async function recallPublicity(ctx: BranchContext, input: PublicityActionInput): Promise<MovedPublicity> {
  assertCan(ctx.actor.roles, "publicity:prepare");
  return withTenant(ctx.tenantId, async (tx) => {
    const list = await getPublicityListAt(tx, ctx, input);
    const data = { submittedById: null, submittedAt: null };
    return list.state === "running"
      ? takeBackCorrection(tx, ctx, list, { action: "recallCorrection", data })
      : movePublicity(tx, ctx, list, { action: "recall", data });
  });
}

type TakenBack = { action: "returnCorrection" | "recallCorrection"; reason?: string; data: PublicityData };

async function takeBackCorrection(
  tx: Tx,
  ctx: BranchContext,
  list: PublicityRow,
  { action, reason, data }: TakenBack,
): Promise<MovedPublicity> {
  if (list.submittedById === null) throw new AppError("CONFLICT", "publicity.nothingInWork");
  await updateGuarded<PublicityData>(tx.publicityList, list, data);
  const subject = publicitySubject(list.id);
  const said = reason === undefined ? {} : { opinion: reason };
  await recordEvent(tx, ctx, subject, { action, from: list.state, to: list.state, ...said });
  await audit(tx, ctx, `publicity.${action}`, subject, { no: list.no, ...(reason === undefined ? {} : { reason }) });
  return { publicityId: list.id, version: list.version + 1, state: list.state };
}
