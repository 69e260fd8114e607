import { branchStates } from "./branch-states.ts";

/** A review that waits longer is overdue, in hours. */
export const reviewHoursMax = 48;
/** A correction that stays open longer is overdue, in days. */
export const correctionDaysMax = 7;

/** What the overview of branches can be ordered by. */
export const branchSorts = ["position", "name", "monthItems", "waiting", "overdue", "lastActivity"] as const;
export type BranchSort = (typeof branchSorts)[number];

export const sortDirections = ["asc", "desc"] as const;
export type SortDirection = (typeof sortDirections)[number];

/** `current` is every site that isn't archived. */
export const branchStateFilters = ["current", ...branchStates] as const;
/** `all` are the college's branches; the office's own site is none of them. */
export const branchKindFilters = ["all", "general", "direct", "office"] as const;
