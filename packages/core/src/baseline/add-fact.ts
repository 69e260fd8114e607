import { newId } from "@zhibu/db/new-id";
import { withOffice } from "@zhibu/db/scope";
import type { AddFactInput } from "@zhibu/domain/baseline/baseline-inputs";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import { auditOffice } from "../audit/audit-college.ts";
import type { OfficeContext } from "../kernel/context.ts";
import { insertValue } from "./add-fact-value.ts";
import { factSubject } from "./fact-rows.ts";

/** A new fact with its first value. Its key is for good: bodies hold it. */
export async function addFact(ctx: OfficeContext, input: AddFactInput) {
  assertCanInCollege(ctx.actor.roles, "baseline:manage");
  return withOffice(async (tx) => {
    const { key, name, unit, note, ...first } = input;
    // Two people at once: the unique index lets one of them through.
    const { count } = await tx.fact.createMany({
      data: [{ id: newId(), key, name, unit, note }],
      skipDuplicates: true,
    });
    if (count === 0) throw new AppError("CONFLICT", "fact.keyTaken", { key });
    const fact = await tx.fact.findUniqueOrThrow({ where: { key } });
    await insertValue(tx, ctx, fact, first);
    await auditOffice(tx, ctx, "fact.add", factSubject(fact.id), { ...input });
    return { factId: fact.id, version: fact.version };
  });
}
