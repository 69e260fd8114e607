import { withOffice } from "@zhibu/db/scope";
import { appoint, newBareBranch, newUser, type TestBranch } from "@zhibu/db/testing/factories";
import type { BranchRole } from "@zhibu/domain/tenancy/roles";
import type { BranchContext } from "../kernel/context.ts";
import { applyBaselineColumns } from "../tenancy/apply-baseline-columns.ts";

/** A fresh tenant with the baseline columns, for one test. */
export async function newBranch(): Promise<TestBranch> {
  const branch = await newBareBranch();
  await withOffice((tx) => applyBaselineColumns(tx, branch.tenantId));
  return branch;
}

/** The context the gate would hand to a new person with these roles in the branch. */
export async function memberOf(
  branch: TestBranch,
  roles: readonly BranchRole[],
  now: () => Date = () => new Date(),
): Promise<BranchContext> {
  const user = await newUser(`${roles.join("、")}测试员`);
  for (const role of roles) await appoint(branch, user, role);
  return {
    tenantId: branch.tenantId,
    actor: { userId: user.userId, displayName: user.displayName, roles: { branch: roles, college: [] } },
    now,
  };
}

/** One person of each kind a branch's daily work needs. */
export async function staffOf(branch: TestBranch, now?: () => Date) {
  const [contributor, webmaster, organiser, secretary] = await Promise.all([
    memberOf(branch, ["contributor"], now),
    memberOf(branch, ["webmaster"], now),
    memberOf(branch, ["organiser"], now),
    memberOf(branch, ["secretary"], now),
  ]);
  return { contributor, webmaster, organiser, secretary };
}
