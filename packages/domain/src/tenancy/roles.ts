import { z } from "zod";

/** Roles held in one branch, for a term. */
export const branchRoles = ["contributor", "webmaster", "organiser", "secretary"] as const;
export const branchRoleSchema = z.enum(branchRoles);
export type BranchRole = z.infer<typeof branchRoleSchema>;

/** Roles held for the whole college, for a term. */
export const collegeRoles = ["office", "inspector", "auditor"] as const;
export const collegeRoleSchema = z.enum(collegeRoles);
export type CollegeRole = z.infer<typeof collegeRoleSchema>;

export type Role = BranchRole | CollegeRole;
