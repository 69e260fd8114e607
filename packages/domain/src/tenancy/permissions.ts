import { AppError } from "../kernel/app-error.ts";
import type { BranchRole, CollegeRole } from "./roles.ts";

/** Everything a person may be allowed to do inside one branch. */
export const branchPermissions = [
  "branch:read",
  "branch:configure",
  "people:read",
  "column:manage",
  "article:read",
  "article:create",
  "article:edit",
  "article:handIn",
  "article:check",
  "article:submit",
  "article:recall",
  "article:approve",
  "article:publish",
  "article:pin",
  "article:withdraw",
  "article:archive",
  "article:nominate",
  "push:answer",
  "correction:handle",
  "publicity:read",
  "publicity:prepare",
  "publicity:sign",
  "publicity:prove",
  "publicity:readArchive",
  "objection:handle",
  "media:read",
  "media:upload",
] as const;

export type BranchPermission = (typeof branchPermissions)[number];

const reading = ["branch:read", "people:read", "article:read", "media:read"] as const;
const writing = [...reading, "article:create", "article:edit", "media:upload"] as const;

/**
 * Who may do what in a branch (opinions IV(1): a webmaster checks, the secretary reviews, then it is published).
 * Approving and publishing are two permissions; a webmaster publishes only what a secretary approved.
 */
export const branchRolePermissions = {
  contributor: [...writing, "article:handIn"],
  webmaster: [
    ...writing,
    "article:check",
    "article:submit",
    "article:recall",
    "article:publish",
    "article:pin",
    "article:withdraw",
    "article:archive",
    "article:nominate",
    "push:answer",
    "correction:handle",
    "publicity:read",
    "publicity:prepare",
    "column:manage",
    "branch:configure",
  ],
  organiser: [...reading, "publicity:read", "publicity:prepare", "publicity:prove", "publicity:readArchive"],
  secretary: [
    ...writing,
    "article:submit",
    "article:recall",
    "article:approve",
    "article:publish",
    "article:pin",
    "article:withdraw",
    "article:archive",
    "article:nominate",
    "push:answer",
    "correction:handle",
    "publicity:read",
    "publicity:prepare",
    "publicity:sign",
    "publicity:prove",
    "publicity:readArchive",
    "objection:handle",
    "column:manage",
    "branch:configure",
  ],
} as const satisfies Record<BranchRole, readonly BranchPermission[]>;

/** What a college role may do in every branch. The office takes items down; it does not write in a branch's name. */
export const collegeRoleBranchPermissions = {
  office: [
    ...reading,
    "article:withdraw",
    "publicity:read",
    "publicity:prove",
    "publicity:readArchive",
    "objection:handle",
  ],
  inspector: [],
  auditor: [],
} as const satisfies Record<CollegeRole, readonly BranchPermission[]>;

/** The roles a person holds now, as the database says, where the question is one branch. */
export type RolesHeld = { branch: readonly BranchRole[]; college: readonly CollegeRole[] };

/** Whether any of the roles held grants the permission; an unknown role grants nothing. */
export function can(roles: RolesHeld, permission: BranchPermission): boolean {
  const grants = (list: readonly BranchPermission[] | undefined) => list?.includes(permission) ?? false;
  return (
    roles.branch.some((role) => grants(branchRolePermissions[role])) ||
    roles.college.some((role) => grants(collegeRoleBranchPermissions[role]))
  );
}

/** @throws AppError FORBIDDEN when none of the roles held grants the permission. */
export function assertCan(roles: RolesHeld, permission: BranchPermission): void {
  if (!can(roles, permission)) throw new AppError("FORBIDDEN", "forbidden");
}

/** The permissions held, for screens: they ask for abilities, never for role names. */
export function abilitiesOf(roles: RolesHeld): readonly BranchPermission[] {
  return branchPermissions.filter((permission) => can(roles, permission));
}
