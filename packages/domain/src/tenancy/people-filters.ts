/** What the office looks for among its people. */
export const peopleConcerns = ["all", "endingSoon", "neverSignedIn", "withoutRole", "disabled"] as const;
export type PeopleConcern = (typeof peopleConcerns)[number];

/** Roles of branches and of the college, in the order an office names them. */
export const branchRoleFilters = ["secretary", "organiser", "webmaster", "contributor"] as const;
export const collegeRoleFilters = ["office", "inspector", "auditor"] as const;
export const roleFilters = [...branchRoleFilters, ...collegeRoleFilters] as const;

/** Of the roles asked for: held today, to be held, or held once. */
export const standingFilters = ["current", "upcoming", "ended"] as const;

/** Terms that end within so many days are warned of. */
export const endingSoonDays = 30;
