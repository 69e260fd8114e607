/** Target P2's college. */
export const branchCount = 1_000;
export const pagesPerBranch = 50;
