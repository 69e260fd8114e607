import { newId } from "@zhibu/db/new-id";
import { withOffice } from "@zhibu/db/scope";
import type { AddTermInput } from "@zhibu/domain/baseline/baseline-inputs";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import { auditOffice } from "../audit/audit-college.ts";
import type { OfficeContext } from "../kernel/context.ts";
import { startScan } from "./start-scan.ts";
import { assertFits, distinct, termSubject } from "./term-rows.ts";

/** A standard expression with its wrong variants: the checks know it at once, and the whole stock is searched for it. */
export async function addTerm(ctx: OfficeContext, input: AddTermInput) {
  assertCanInCollege(ctx.actor.roles, "baseline:manage");
  return withOffice(async (tx) => {
    const term = { ...input, variants: distinct(input.variants) };
    await assertFits(tx, term);
    const id = newId();
    const { count } = await tx.term.createMany({ data: [{ id, ...term, updatedAt: ctx.now() }], skipDuplicates: true });
    // The words of a retired term, or of one added this moment.
    if (count === 0) throw new AppError("CONFLICT", "term.wordsTaken", { words: term.words });
    const cause = { type: "term", subjectId: id, causeId: id, name: term.words } as const;
    const scanId = await startScan(tx, cause, ctx.actor, ctx.now());
    await auditOffice(tx, ctx, "term.add", termSubject(id), term);
    return { termId: id, version: 0, scanId };
  });
}
