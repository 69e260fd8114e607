import { withOffice } from "@zhibu/db/scope";
import type { VoidFactValueInput } from "@zhibu/domain/baseline/baseline-inputs";
import { AppError, notFound } from "@zhibu/domain/kernel/app-error";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import { auditOffice } from "../audit/audit-college.ts";
import type { OfficeContext } from "../kernel/context.ts";
import { dayOf } from "../kernel/day-of.ts";
import { factSubject, lockFact, lockFactAt, writeFact } from "./fact-rows.ts";
import { settleFact } from "./settle-fact.ts";

/** Strikes out a wrong value (作废) with a reason: it never held, and what held before it holds on. The row stays on record. */
export async function voidFactValue(ctx: OfficeContext, input: VoidFactValueInput) {
  assertCanInCollege(ctx.actor.roles, "baseline:manage");
  return withOffice(async (tx) => {
    const fact = await lockFactAt(tx, input);
    const value = fact.values.find(({ id }) => id === input.valueId);
    if (!value) throw notFound();
    if (value.voidedAt !== null) throw new AppError("CONFLICT", "fact.alreadyVoid");
    const isLast = fact.values.every(({ id, voidedAt }) => id === value.id || voidedAt !== null);
    if (isLast) throw new AppError("INVALID", "fact.lastValue");
    await tx.factValue.update({
      where: { id: value.id },
      data: { voidedAt: ctx.now(), voidReason: input.reason, voidedByName: ctx.actor.displayName },
    });
    const version = await writeFact(tx, fact, {});
    await auditOffice(tx, ctx, "fact.voidValue", factSubject(fact.id), {
      key: fact.key,
      value: value.value,
      effectiveFrom: dayOf(value.effectiveFrom),
      reason: input.reason,
    });
    const after = await lockFact(tx, fact.id);
    const scanId = await settleFact(tx, { before: fact, after, by: ctx.actor, now: ctx.now() });
    return { factId: fact.id, version, scanId };
  });
}
