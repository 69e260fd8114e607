import type { BranchProfile } from "../branch-profile.ts";

/** Members of all branches or groups of a unit together. */
export function memberSum({ cells }: BranchProfile): number {
  return cells.reduce((sum, { members }) => sum + members, 0);
}
