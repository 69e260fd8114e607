/** What the office looks for among all branches' lists. */
export const overviewViews = ["running", "endingSoon", "unstated", "objected", "provisional", "all"] as const;
export type OverviewView = (typeof overviewViews)[number];

/** What the overview can be ordered by; what has no end stands behind everything that has one. */
export const overviewSorts = ["endsAt", "branch", "objections", "stateSince"] as const;
export type OverviewSort = (typeof overviewSorts)[number];
