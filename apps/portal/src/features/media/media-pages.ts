/** Fills a wide screen twice; the server prefetches the same first page. */
export const mediaPageSize = 30;

export function nextMediaCursor(page: { nextCursor: string | null }): string | undefined {
  return page.nextCursor ?? undefined;
}
