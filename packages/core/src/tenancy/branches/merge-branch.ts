import type { Branch } from "@zhibu/db/generated/client";
import { withOffice, type Tx } from "@zhibu/db/scope";
import { AppError } from "@zhibu/domain/kernel/app-error";
import type { MergeBranchInput } from "@zhibu/domain/tenancy/branch-inputs";
import { nextBranchState } from "@zhibu/domain/tenancy/branch-states";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import { auditOfficeIn } from "../../audit/audit-college.ts";
import { bumpSites } from "../../kernel/bump-site-version.ts";
import type { OfficeContext } from "../../kernel/context.ts";
import { enqueue, isQueueConnected } from "../../kernel/queue.ts";
import { applyBaselineColumns } from "../apply-baseline-columns.ts";
import { mergeJob } from "./branch-jobs.ts";
import { branchSubject, changeBranch, lockBranch, lockBranchAt, tenantOf } from "./branch-row.ts";
import { endTerms } from "./close-branch.ts";
import { tellStaff } from "./tell-staff.ts";

/**
 * Merges a branch into another. From here on the source is closed and nobody writes in it; a job moves its columns,
 * articles with their history, and media a few hundred at a time, and every address of it leads to the new home.
 * @throws AppError CONFLICT where either can't take part.
 */
export async function mergeBranch(ctx: OfficeContext, input: MergeBranchInput): Promise<{ version: number }> {
  assertCanInCollege(ctx.actor.roles, "branch:manage");
  const { reason, intoId } = input;
  if (input.branchId === intoId) throw new AppError("INVALID", "branch.mergeIntoItself");
  return withOffice(async (tx) => {
    const { branch, target } = await lockBoth(tx, input);
    const state = nextBranchState(branch, "merge");
    await assertTakesPart(tx, branch, target);
    const change = { state, stateReason: reason, stateSince: ctx.now(), mergedIntoId: target.id };
    const version = await changeBranch(tx, branch, change);
    await applyBaselineColumns(tx, tenantOf(target));
    await tellStaff(tx, ctx, branch, "branch.merged", { actor: ctx.actor.displayName, into: target.name });
    const termsEnded = await endTerms(tx, ctx, branch);
    const into = { id: target.id, slug: target.slug, name: target.name };
    const deed = { from: branch.state, to: state, into, reason, termsEnded };
    await auditOfficeIn(tx, ctx, branch.id, "branch.merge", branchSubject(branch.id), deed);
    if (isQueueConnected()) await enqueue(tx, mergeJob, {});
    await bumpSites(tx, [branch.id], { removal: true });
    return { version };
  });
}

/** In the order of their ids: two merges in opposite directions wait for each other in no ring. */
async function lockBoth(tx: Tx, input: MergeBranchInput): Promise<{ branch: Branch; target: Branch }> {
  if (input.branchId < input.intoId) {
    const branch = await lockBranchAt(tx, input);
    return { branch, target: await lockBranch(tx, input.intoId) };
  }
  const target = await lockBranch(tx, input.intoId);
  return { branch: await lockBranchAt(tx, input), target };
}

async function assertTakesPart(tx: Tx, branch: Branch, target: Branch): Promise<void> {
  if (target.kind === "office" || target.state !== "open") throw new AppError("CONFLICT", "branch.mergeTargetClosed");
  const arriving = await tx.branch.findFirst({ where: { mergedIntoId: branch.id, mergedAt: null } });
  if (arriving) throw new AppError("CONFLICT", "branch.mergeUnderWay", { branch: arriving.name });
}
