import { AppError } from "../kernel/app-error.ts";
import type { CollegeRole } from "./roles.ts";

/** Everything a person may be allowed to do for the whole college. */
export const collegePermissions = [
  "college:read",
  "college:configure",
  "branch:oversee",
  "branch:manage",
  "person:oversee",
  "person:manage",
  "baseline:read",
  "baseline:manage",
  "push:oversee",
  "push:send",
  "banner:manage",
  "nomination:decide",
  "publicity:manage",
  "audit:read",
] as const;

export type CollegePermission = (typeof collegePermissions)[number];

/**
 * Who may do what for the college: the office everything, the auditor reads the trail and nothing else.
 * An inspector's part is given with the branches assigned to them.
 */
export const collegeRolePermissions = {
  office: collegePermissions,
  inspector: [],
  auditor: ["audit:read"],
} as const satisfies Record<CollegeRole, readonly CollegePermission[]>;

/** Whether any of the college roles held grants the permission; an unknown role grants nothing. */
export function canInCollege(roles: readonly CollegeRole[], permission: CollegePermission): boolean {
  const granted = (role: CollegeRole): readonly CollegePermission[] | undefined => collegeRolePermissions[role];
  return roles.some((role) => granted(role)?.includes(permission) ?? false);
}

/** @throws AppError FORBIDDEN when none of the college roles held grants the permission. */
export function assertCanInCollege(roles: readonly CollegeRole[], permission: CollegePermission): void {
  if (!canInCollege(roles, permission)) throw new AppError("FORBIDDEN", "forbidden");
}

/** The permissions held, for screens: they ask for abilities, never for role names. */
export function collegeAbilitiesOf(roles: readonly CollegeRole[]): readonly CollegePermission[] {
  return collegePermissions.filter((permission) => canInCollege(roles, permission));
}
