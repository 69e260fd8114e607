import type { Prisma } from "@zhibu/db/generated/client";
import { newId } from "@zhibu/db/new-id";
import { withTenant, type Tx } from "@zhibu/db/scope";
import { AppError, notFound } from "@zhibu/domain/kernel/app-error";
import {
  sealedObjectionSchema,
  type HandleObjectionInput,
  type ListObjectionsInput,
  type ObjectionRefInput,
} from "@zhibu/domain/publicity/objection-inputs";
import { isOpenObjection, nextObjectionState } from "@zhibu/domain/publicity/objection-states";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import { audit } from "../audit/audit.ts";
import { bumpSiteVersion } from "../kernel/bump-site-version.ts";
import type { BranchContext } from "../kernel/context.ts";
import { openSecret, sealSecret } from "../kernel/secret-box.ts";
import { updateGuarded } from "../kernel/update-guarded.ts";
import { getPublicityList } from "./get-publicity-list.ts";
import { openFileFacts } from "./objection-file.ts";
import { objectionPlace } from "./receive-objection.ts";

type ObjectionData = Omit<Prisma.ObjectionUncheckedUpdateManyInput, "version" | "tenantId" | "id">;

/** The objections to a list, newest first: that they are there and how far, nothing of their words. */
export async function listObjections(ctx: BranchContext, { publicityId }: ListObjectionsInput) {
  assertCan(ctx.actor.roles, "objection:handle");
  return withTenant(ctx.tenantId, async (tx) => {
    await getPublicityList(tx, ctx, publicityId);
    return tx.objection.findMany({
      where: { tenantId: ctx.tenantId, listId: publicityId },
      orderBy: [{ receivedAt: "desc" }, { id: "desc" }],
      take: 500,
      select: { id: true, state: true, named: true, receivedAt: true, decidedAt: true, version: true },
    });
  });
}

/** The words and the sender of one objection, with its handling so far. Each reading is in the trail. */
export async function readObjection(ctx: BranchContext, { objectionId }: ObjectionRefInput) {
  assertCan(ctx.actor.roles, "objection:handle");
  return withTenant(ctx.tenantId, async (tx) => {
    const objection = await getObjection(tx, ctx, objectionId);
    const events = await tx.objectionEvent.findMany({
      where: { tenantId: ctx.tenantId, objectionId },
      orderBy: [{ at: "asc" }, { id: "asc" }],
    });
    const place = objectionPlace(objectionId);
    const opened = sealedObjectionSchema.parse(JSON.parse(openSecret(objection.sealed, place)));
    await audit(tx, ctx, "objection.read", { type: "objection", id: objectionId });
    const { id, state, named, receivedAt, decidedAt, version } = objection;
    return {
      ...{ id, state, named, receivedAt, decidedAt, version },
      ...opened,
      file: openFileFacts(objection),
      answer: objection.answer === "" ? "" : openSecret(objection.answer, place),
      events: events.map(({ action, record, actorName, at }) => ({
        action,
        record: openSecret(record, place),
        actorName,
        at,
      })),
    };
  });
}

/**
 * One step of the handling: accepted → investigated → upheld or not upheld, each with its record.
 * @throws AppError INVALID when a named objection is decided without an answer to its sender.
 */
export async function handleObjection(ctx: BranchContext, input: HandleObjectionInput) {
  assertCan(ctx.actor.roles, "objection:handle");
  return withTenant(ctx.tenantId, async (tx) => {
    const objection = await getObjection(tx, ctx, input.objectionId);
    if (objection.version !== input.version) throw new AppError("CONFLICT", "changedMeanwhile");
    const state = nextObjectionState(objection.state, input.action);
    const decided = !isOpenObjection(state);
    if (decided && objection.named && input.answer === "") throw new AppError("INVALID", "objection.answerMissing");
    const place = objectionPlace(objection.id);
    await updateGuarded<ObjectionData>(tx.objection, objection, {
      state,
      ...(decided ? { decidedAt: ctx.now() } : {}),
      ...(decided && input.answer !== "" ? { answer: sealSecret(input.answer, place) } : {}),
    });
    await tx.objectionEvent.create({
      data: {
        tenantId: ctx.tenantId,
        id: newId(),
        objectionId: objection.id,
        action: input.action,
        record: sealSecret(input.record, place),
        actorId: ctx.actor.userId,
        actorName: ctx.actor.displayName,
        at: ctx.now(),
      },
    });
    await audit(
      tx,
      ctx,
      `objection.${input.action}`,
      { type: "objection", id: objection.id },
      { from: objection.state, to: state },
    );
    // The stub tells how many are still open.
    if (decided) await bumpSiteVersion(tx, { removal: false });
    return { objectionId: objection.id, version: objection.version + 1, state };
  });
}

/** @throws AppError NOT_FOUND for a missing objection and for another branch's alike. */
export async function getObjection(tx: Tx, ctx: BranchContext, id: string) {
  const objection = await tx.objection.findUnique({ where: { tenantId_id: { tenantId: ctx.tenantId, id } } });
  if (!objection) throw notFound("objection.notFound");
  return objection;
}
