import { withOffice } from "@zhibu/db/scope";
import type { BranchRefInput } from "@zhibu/domain/tenancy/branch-inputs";
import { nextBranchState } from "@zhibu/domain/tenancy/branch-states";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import { auditOfficeIn } from "../../audit/audit-college.ts";
import { bumpSites } from "../../kernel/bump-site-version.ts";
import type { OfficeContext } from "../../kernel/context.ts";
import { branchSubject, changeBranch, lockBranchAt } from "./branch-row.ts";
import { tellStaff } from "./tell-staff.ts";

/** Opens a closed site again, as it was; people of an archived branch have to be appointed anew. */
export async function reopenBranch(ctx: OfficeContext, input: BranchRefInput): Promise<{ version: number }> {
  assertCanInCollege(ctx.actor.roles, "branch:manage");
  return withOffice(async (tx) => {
    const branch = await lockBranchAt(tx, input);
    const state = nextBranchState(branch, "reopen");
    const version = await changeBranch(tx, branch, { state, stateReason: "", stateSince: ctx.now() });
    const change = { from: branch.state, to: state };
    await auditOfficeIn(tx, ctx, branch.id, "branch.reopen", branchSubject(branch.id), change);
    await tellStaff(tx, ctx, branch, "branch.reopened", { actor: ctx.actor.displayName });
    await bumpSites(tx, [branch.id], { removal: false });
    return { version };
  });
}
