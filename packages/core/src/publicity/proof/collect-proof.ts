import { withTenant, type Tx } from "@zhibu/db/scope";
import { AppError } from "@zhibu/domain/kernel/app-error";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import { objectionActions } from "@zhibu/domain/publicity/objection-states";
import type { ProvePublicityInput } from "@zhibu/domain/publicity/publicity-inputs";
import { publicityTemplateSchema } from "@zhibu/domain/publicity/publicity-template";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import { audit } from "../../audit/audit.ts";
import type { ChainRow } from "../../audit/verify-chain.ts";
import type { BranchContext } from "../../kernel/context.ts";
import { siteOriginOf } from "../../kernel/site-origins.ts";
import { getPublicityList, publicitySubject, type PublicityRow } from "../get-publicity-list.ts";
import { listTimeline } from "../list-timeline.ts";
import { collectTexts } from "./collect-texts.ts";
import type { Proof, ProofObjection, ProofProbe } from "./proof.ts";

/**
 * What proves how a list was publicised, while it runs and after. That it was taken out, and in which form, is on record.
 * @throws AppError CONFLICT for a list that was never before readers.
 */
export async function collectProof(ctx: BranchContext, { publicityId, format }: ProvePublicityInput): Promise<Proof> {
  assertCan(ctx.actor.roles, "publicity:prove");
  return withTenant(ctx.tenantId, async (tx) => {
    const list = await getPublicityList(tx, ctx, publicityId);
    const { no, title, state, provisional, endedAt, withdrawnAt, withdrawReason } = list;
    const branch = await tx.branch.findUniqueOrThrow({
      where: { id: ctx.tenantId },
      select: { name: true, slug: true, customDomain: true },
    });
    const [template, probes, trail] = [
      await templateVersionOf(tx, list),
      await probesOf(tx, list),
      await trailOf(tx, list),
    ];
    const texts = await collectTexts(tx, list, { template, probes, trail, now: ctx.now() });
    if (texts.length === 0) throw new AppError("CONFLICT", "publicity.nothingToProve");
    const proof: Proof = {
      madeAt: ctx.now(),
      madeByName: ctx.actor.displayName,
      branchName: branch.name,
      address: `${siteOriginOf(branch) ?? ""}/g/${no}`,
      list: { no, title, state, provisional, endedAt, withdrawnAt, withdrawReason },
      texts,
      template,
      objections: await objectionsOf(tx, list),
      statement: list.statedAt && { text: list.statement, at: list.statedAt, byName: list.statedByName },
      timeline: await timelineOf(tx, list),
      trail,
      probes,
    };
    // Last: what is recorded of the making is no part of what was made.
    await audit(tx, ctx, "publicity.prove", publicitySubject(list.id), { no, format });
    return proof;
  });
}

async function templateVersionOf(tx: Tx, { templateVersionId }: PublicityRow): Promise<Proof["template"]> {
  const version = await tx.publicityTemplateVersion.findUniqueOrThrow({ where: { id: templateVersionId } });
  const { number, createdAt, createdByName } = version;
  return {
    ...publicityTemplateSchema.parse(version.definition),
    ...{ number, savedAt: createdAt, savedByName: createdByName },
  };
}

function probesOf(tx: Tx, { tenantId, id }: PublicityRow): Promise<ProofProbe[]> {
  return tx.publicityProbe.findMany({
    where: { tenantId, listId: id },
    orderBy: { at: "asc" },
    select: { at: true, ok: true, status: true, ms: true },
  });
}

/** That they were made and how they were handled; nothing that was sealed, and nobody's name. */
async function objectionsOf(tx: Tx, { tenantId, id }: PublicityRow): Promise<ProofObjection[]> {
  const found = await tx.objection.findMany({
    where: { tenantId, listId: id },
    orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
    select: {
      ...{ named: true, state: true, receivedAt: true, decidedAt: true },
      events: { orderBy: [{ at: "asc" }, { id: "asc" }], select: { action: true, at: true } },
    },
  });
  return found.map(({ events, ...objection }) => ({
    ...objection,
    steps: events.flatMap(({ action, at }) => {
      const known = objectionActions.find((each) => each === action);
      return known ? [{ action: known, at }] : [];
    }),
  }));
}

/** Oldest first. */
async function timelineOf(tx: Tx, { tenantId, id }: PublicityRow): Promise<Proof["timeline"]> {
  // The row's tenant is the one this transaction is confined to.
  const events = await listTimeline(tx, tenantId as TenantId, id);
  return events
    .toReversed()
    .map(({ action, actorName, opinion, at, end }) => ({ action, actorName, opinion, at, end }));
}

function trailOf(tx: Tx, { tenantId, id }: PublicityRow): Promise<ChainRow[]> {
  return tx.$queryRaw<ChainRow[]>`
    SELECT tenant_id::text AS "tenantId", seq, action, subject_type AS "subjectType", subject_id::text AS "subjectId",
      actor_id::text AS "actorId", actor_name AS "actorName", changes, at, prev_hash AS "prevHash", hash
    FROM audit_entry
    WHERE tenant_id = ${tenantId}::uuid AND subject_type = 'publicity' AND subject_id = ${id}::uuid ORDER BY seq`;
}
