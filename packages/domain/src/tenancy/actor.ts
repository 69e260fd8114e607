import type { TenantId, UserId } from "../kernel/ids.ts";
import type { BranchRole, CollegeRole, Role } from "./roles.ts";

/** A signed-in person with the roles the database gives them today; made anew on each request. */
export type Actor = {
  userId: UserId;
  loginName: string;
  displayName: string;
  mustChangePassword: boolean;
  /** Their role demands a second factor and they have none yet: they may do nothing but set it up. */
  mustSetUpTotp: boolean;
  /** The device's session. */
  sessionId: string;
  branches: readonly BranchMembership[];
  collegeRoles: readonly CollegeRole[];
};

export type BranchMembership = {
  tenantId: TenantId;
  slug: string;
  name: string;
  shortName: string;
  roles: readonly BranchRole[];
};

/** Who acts in one branch, with the roles that count there. */
export type BranchActor = {
  userId: UserId;
  displayName: string;
  roles: { branch: readonly BranchRole[]; college: readonly CollegeRole[] };
};

/** Who acts for the college, with the roles that count there. */
export type CollegeActor = { userId: UserId; displayName: string; roles: readonly CollegeRole[] };

/** Whether the actor holds any of the roles anywhere; for menus, never for authorisation. */
export function holdsCollegeRole(actor: Actor, role: Extract<Role, CollegeRole>): boolean {
  return actor.collegeRoles.includes(role);
}
