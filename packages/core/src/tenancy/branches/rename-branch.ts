import { withOffice } from "@zhibu/db/scope";
import { AppError } from "@zhibu/domain/kernel/app-error";
import type { RenameBranchInput } from "@zhibu/domain/tenancy/branch-inputs";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import { auditOfficeIn } from "../../audit/audit-college.ts";
import { bumpSites } from "../../kernel/bump-site-version.ts";
import type { OfficeContext } from "../../kernel/context.ts";
import { branchSubject, changeBranch, lockBranchAt } from "./branch-row.ts";

/** Changes how a branch is called and where it stands in lists; its address stays, for addresses are for ever. */
export async function renameBranch(ctx: OfficeContext, input: RenameBranchInput): Promise<{ version: number }> {
  assertCanInCollege(ctx.actor.roles, "branch:manage");
  const { name, shortName, position } = input;
  return withOffice(async (tx) => {
    const branch = await lockBranchAt(tx, input);
    if (branch.kind === "office" && input.kind !== null) throw new AppError("CONFLICT", "branch.officeStays");
    const kind = input.kind ?? branch.kind;
    const version = await changeBranch(tx, branch, { name, shortName, kind, position });
    await auditOfficeIn(tx, ctx, branch.id, "branch.rename", branchSubject(branch.id), {
      from: { name: branch.name, shortName: branch.shortName, kind: branch.kind, position: branch.position },
      to: { name, shortName, kind, position },
    });
    // The old name must not be served stale: it may have been a wrong one.
    await bumpSites(tx, [branch.id], { removal: true });
    return { version };
  });
}
