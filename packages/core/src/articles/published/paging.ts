/** Rows on one page of a list. */
export const pageSize = 20;

/**
 * Numbered pages end here, for offsets grow slow further back. What is older is in no list; its address and the links to
 * it still lead there.
 */
export const pagesMax = 200;

/** Pages of the portal's lists over all branches end here; older items stand on the branches' own sites. */
export const portalPagesMax = 25;

/** How many pages hold `total` items; an empty list has one page, which says so. */
export function pageCount(total: number): number {
  return Math.max(1, Math.ceil(total / pageSize));
}
