import type { Tx } from "@zhibu/db/scope";
import type { CollegePermission } from "@zhibu/domain/tenancy/college-permissions";
import type { BranchPermission } from "@zhibu/domain/tenancy/permissions";
import { branchRolesWith, collegeRolesWith } from "@zhibu/domain/tenancy/roles-with";

/**
 * The people of a branch who hold the permission on the day (`YYYY-MM-DD` in Asia/Shanghai) by a role in it,
 * and may sign in. For a branch's transaction, and the office's.
 */
export async function whoCan(
  tx: Tx,
  tenantId: string,
  permission: BranchPermission,
  today: string,
): Promise<readonly string[]> {
  return (await whoCanIn(tx, [tenantId], permission, today)).get(tenantId) ?? [];
}

/** The same of several branches in one statement, by branch; one where nobody does is missing. For the office's transactions. */
export async function whoCanIn(
  tx: Tx,
  tenantIds: readonly string[],
  permission: BranchPermission,
  today: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const held = await tx.branchRole.findMany({
    where: { tenantId: { in: [...tenantIds] }, ...inTerm([permission], today) },
    select: { tenantId: true, userId: true },
    distinct: ["tenantId", "userId"],
  });
  const byBranch = Map.groupBy(held, ({ tenantId }) => tenantId);
  return new Map([...byBranch].map(([tenantId, people]) => [tenantId, people.map(({ userId }) => userId)]));
}

/** The same of one branch and several permissions in one statement; what comes back answers for each of them, and no other. */
export async function whoCanEach<Permission extends BranchPermission>(
  tx: Tx,
  tenantId: string,
  permissions: readonly Permission[],
  today: string,
): Promise<(permission: Permission) => readonly string[]> {
  const held = await tx.branchRole.findMany({
    where: { tenantId, ...inTerm(permissions, today) },
    select: { userId: true, role: true },
  });
  return (permission) => {
    const roles = branchRolesWith(permission);
    return [...new Set(held.flatMap(({ userId, role }) => (roles.includes(role) ? [userId] : [])))];
  };
}

function inTerm(permissions: readonly BranchPermission[], today: string) {
  const day = new Date(today);
  return {
    role: { in: [...new Set(permissions.flatMap((permission) => branchRolesWith(permission)))] },
    startsOn: { lte: day },
    OR: [{ endsOn: null }, { endsOn: { gte: day } }],
    user: { disabledAt: null },
  };
}

/** The people of the college who hold the permission on the day by a college role. A branch may ask, too: it learns ids alone. */
export async function whoCanInCollege(
  tx: Tx,
  permission: CollegePermission,
  today: string,
): Promise<readonly string[]> {
  const held = await tx.$queryRaw<{ userId: string }[]>`
    SELECT user_id AS "userId" FROM college_people(${[...collegeRolesWith(permission)]}::text[], ${today}::date)`;
  return held.map(({ userId }) => userId);
}
