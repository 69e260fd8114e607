import type { Branch } from "@zhibu/db/generated/client";
import { withOffice, type Tx } from "@zhibu/db/scope";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import type { CloseBranchInput } from "@zhibu/domain/tenancy/branch-inputs";
import { nextBranchState } from "@zhibu/domain/tenancy/branch-states";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import { auditOfficeIn } from "../../audit/audit-college.ts";
import { bumpSites } from "../../kernel/bump-site-version.ts";
import type { OfficeContext } from "../../kernel/context.ts";
import { branchSubject, changeBranch, lockBranchAt } from "./branch-row.ts";
import { tellStaff } from "./tell-staff.ts";

/** Closes a branch's site for a while: readers see the reason at every address, its people go on working. */
export async function suspendBranch(ctx: OfficeContext, input: CloseBranchInput): Promise<{ version: number }> {
  assertCanInCollege(ctx.actor.roles, "branch:manage");
  return withOffice(async (tx) => {
    const branch = await lockBranchAt(tx, input);
    const state = nextBranchState(branch, "suspend");
    const { reason } = input;
    const version = await changeBranch(tx, branch, { state, stateReason: reason, stateSince: ctx.now() });
    const change = { from: branch.state, to: state, reason };
    await auditOfficeIn(tx, ctx, branch.id, "branch.suspend", branchSubject(branch.id), change);
    await tellStaff(tx, ctx, branch, "branch.suspended", { actor: ctx.actor.displayName, reason });
    await bumpSites(tx, [branch.id], { removal: true });
    return { version };
  });
}

/** Closes a branch for good: readers see the reason, its people's terms end today, what it wrote stays on record. */
export async function archiveBranch(ctx: OfficeContext, input: CloseBranchInput): Promise<{ version: number }> {
  assertCanInCollege(ctx.actor.roles, "branch:manage");
  return withOffice(async (tx) => {
    const branch = await lockBranchAt(tx, input);
    const state = nextBranchState(branch, "archive");
    const { reason } = input;
    const version = await changeBranch(tx, branch, { state, stateReason: reason, stateSince: ctx.now() });
    await tellStaff(tx, ctx, branch, "branch.archived", { actor: ctx.actor.displayName, reason });
    const termsEnded = await endTerms(tx, ctx, branch);
    const change = { from: branch.state, to: state, reason, termsEnded };
    await auditOfficeIn(tx, ctx, branch.id, "branch.archive", branchSubject(branch.id), change);
    await bumpSites(tx, [branch.id], { removal: true });
    return { version };
  });
}

/** A branch without a site has nobody in office; a term that had not begun ends on its first day. Returns how many ended. */
export async function endTerms(tx: Tx, ctx: OfficeContext, { id }: Pick<Branch, "id">): Promise<number> {
  return tx.$executeRaw`
    UPDATE branch_role SET ends_on = greatest(starts_on, ${shanghaiDay(ctx.now())}::date)
    WHERE tenant_id = ${id}::uuid AND (ends_on IS NULL OR ends_on > ${shanghaiDay(ctx.now())}::date)`;
}
