import { canInCollege, type CollegePermission } from "./college-permissions.ts";
import { can, type BranchPermission } from "./permissions.ts";
import { type BranchRole, branchRoles, type CollegeRole, collegeRoles } from "./roles.ts";

/** The branch roles that grant the permission: whom to tell that something waits for it. */
export function branchRolesWith(permission: BranchPermission): readonly BranchRole[] {
  return branchRoles.filter((role) => can({ branch: [role], college: [] }, permission));
}

/** The college roles that grant the permission. */
export function collegeRolesWith(permission: CollegePermission): readonly CollegeRole[] {
  return collegeRoles.filter((role) => canInCollege([role], permission));
}
