import { withOffice } from "@zhibu/db/scope";
import type { ChangeTermInput, RetireTermInput } from "@zhibu/domain/baseline/baseline-inputs";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import { auditOffice } from "../audit/audit-college.ts";
import type { OfficeContext } from "../kernel/context.ts";
import { startScan } from "./start-scan.ts";
import { assertFits, distinct, lockTermAt, termSubject } from "./term-rows.ts";

/** Other words, variants, note or severity; the stock is searched again. */
export async function changeTerm(ctx: OfficeContext, input: ChangeTermInput) {
  assertCanInCollege(ctx.actor.roles, "baseline:manage");
  return withOffice(async (tx) => {
    const term = await lockTermAt(tx, input);
    const { words, note, severity } = input;
    const next = { words, variants: distinct(input.variants), note, severity };
    await assertFits(tx, next, term.id);
    const version = term.version + 1;
    await tx.term.update({ where: { id: term.id }, data: { ...next, version } });
    const cause = { type: "term", subjectId: term.id, causeId: term.id, name: words } as const;
    const scanId = term.retiredAt === null ? await startScan(tx, cause, ctx.actor, ctx.now()) : null;
    await auditOffice(tx, ctx, "term.change", termSubject(term.id), {
      from: { words: term.words, variants: term.variants, note: term.note, severity: term.severity },
      to: next,
    });
    return { termId: term.id, version, scanId };
  });
}

/** Takes a term out of the checks (停用) or back in. */
export async function retireTerm(ctx: OfficeContext, input: RetireTermInput) {
  assertCanInCollege(ctx.actor.roles, "baseline:manage");
  return withOffice(async (tx) => {
    const term = await lockTermAt(tx, input);
    if (!input.retired) await assertFits(tx, term, term.id);
    const version = term.version + 1;
    await tx.term.update({ where: { id: term.id }, data: { retiredAt: input.retired ? ctx.now() : null, version } });
    await auditOffice(tx, ctx, input.retired ? "term.retire" : "term.restore", termSubject(term.id), {
      words: term.words,
    });
    return { termId: term.id, version };
  });
}
