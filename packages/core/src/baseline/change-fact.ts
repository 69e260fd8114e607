import { withOffice } from "@zhibu/db/scope";
import type { ArchiveFactInput, RenameFactInput } from "@zhibu/domain/baseline/baseline-inputs";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import { auditOffice } from "../audit/audit-college.ts";
import type { OfficeContext } from "../kernel/context.ts";
import { factSubject, lockFactAt, writeFact } from "./fact-rows.ts";

/** Another name, unit or note; what texts say stays. */
export async function renameFact(ctx: OfficeContext, input: RenameFactInput) {
  assertCanInCollege(ctx.actor.roles, "baseline:manage");
  return withOffice(async (tx) => {
    const fact = await lockFactAt(tx, input);
    const { name, unit, note } = input;
    const version = await writeFact(tx, fact, { name, unit, note });
    await auditOffice(tx, ctx, "fact.rename", factSubject(fact.id), {
      key: fact.key,
      from: { name: fact.name, unit: fact.unit, note: fact.note },
      to: { name, unit, note },
    });
    return { factId: fact.id, version };
  });
}

/** Takes a fact out of use (停用) or back: texts that show it go on doing so, no new ones begin to. */
export async function archiveFact(ctx: OfficeContext, input: ArchiveFactInput) {
  assertCanInCollege(ctx.actor.roles, "baseline:manage");
  return withOffice(async (tx) => {
    const fact = await lockFactAt(tx, input);
    const version = await writeFact(tx, fact, { archivedAt: input.archived ? ctx.now() : null });
    await auditOffice(tx, ctx, input.archived ? "fact.archive" : "fact.restore", factSubject(fact.id), {
      key: fact.key,
    });
    return { factId: fact.id, version };
  });
}
