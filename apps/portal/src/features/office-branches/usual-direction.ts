import type { BranchSort, SortDirection } from "@zhibu/domain/tenancy/branch-filters";

/** What is looked for first: names from A, most work on top, the longest silence on top, the fewest items on top. */
export const usualDirection: Readonly<Record<BranchSort, SortDirection>> = {
  position: "asc",
  name: "asc",
  monthItems: "asc",
  waiting: "desc",
  overdue: "desc",
  lastActivity: "asc",
};
