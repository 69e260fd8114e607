import { newId } from "@zhibu/db/new-id";
import { withOffice, type Tx } from "@zhibu/db/scope";
import type { AddFactValueInput } from "@zhibu/domain/baseline/baseline-inputs";
import { valueOn } from "@zhibu/domain/baseline/fact-values";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import { auditOffice } from "../audit/audit-college.ts";
import type { OfficeContext } from "../kernel/context.ts";
import { asFactValue, factSubject, lockFact, lockFactAt, writeFact, type LockedFact } from "./fact-rows.ts";
import { settleFact } from "./settle-fact.ts";

/**
 * A fact says something else from a day on. A day that has come changes what readers see at once; a later one does so
 * when it begins. Returns the search for texts that still write the old value, where there is one.
 */
export async function addFactValue(ctx: OfficeContext, input: AddFactValueInput) {
  assertCanInCollege(ctx.actor.roles, "baseline:manage");
  return withOffice(async (tx) => {
    const fact = await lockFactAt(tx, input);
    if (fact.archivedAt !== null) throw new AppError("CONFLICT", "fact.archived");
    const { value, effectiveFrom, source } = input;
    if (valueOn(fact.values.map(asFactValue), effectiveFrom)?.value === value) {
      throw new AppError("INVALID", "fact.sameValue", { value });
    }
    const valueId = await insertValue(tx, ctx, fact, { value, effectiveFrom, source });
    const version = await writeFact(tx, fact, {});
    await auditOffice(tx, ctx, "fact.addValue", factSubject(fact.id), {
      key: fact.key,
      from: valueOn(fact.values.map(asFactValue), effectiveFrom)?.value ?? null,
      to: value,
      effectiveFrom,
      source,
    });
    const isDue = effectiveFrom <= shanghaiDay(ctx.now());
    const after = await lockFact(tx, fact.id);
    const scanId = isDue ? await settleFact(tx, { before: fact, after, by: ctx.actor, now: ctx.now() }) : null;
    return { factId: fact.id, valueId, version, scanId };
  });
}

type NewValue = { value: string; effectiveFrom: string; source: string };

/** A value of a locked fact; one whose day has come counts as applied with this transaction. */
export async function insertValue(
  tx: Tx,
  ctx: OfficeContext,
  fact: Pick<LockedFact, "id">,
  given: NewValue,
): Promise<string> {
  const id = newId();
  const now = ctx.now();
  await tx.factValue.create({
    data: {
      id,
      factId: fact.id,
      value: given.value,
      effectiveFrom: new Date(given.effectiveFrom),
      source: given.source,
      createdById: ctx.actor.userId,
      createdByName: ctx.actor.displayName,
      createdAt: now,
      appliedAt: given.effectiveFrom <= shanghaiDay(now) ? now : null,
    },
  });
  return id;
}
