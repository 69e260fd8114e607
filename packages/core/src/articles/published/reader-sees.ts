import { withReader } from "@zhibu/db/scope";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import { columnPage } from "./column-page.ts";
import { getPublished } from "./get-published.ts";
import { pageSize, pagesMax } from "./paging.ts";

/** Where readers meet an article: at its address, and on its column's list. */
export type Seen = { atAddress: boolean; inColumn: boolean };

/** Asks the readers' own queries for an article; nothing is concluded from its state. */
export async function readerSees(tenantId: TenantId, no: number): Promise<Seen> {
  const answer = await getPublished(tenantId, no);
  if (answer?.kind !== "article" || answer.site.branch.state !== "open") return { atAddress: false, inColumn: false };
  const { place, article } = answer;
  const page = await pageOf(tenantId, article);
  const list = await columnPage(tenantId, (place.child ?? place.section).slug, page);
  // What is pinned stands on the first page, wherever its date would put it.
  const first = page === 1 ? list : await columnPage(tenantId, (place.child ?? place.section).slug, 1);
  const listed = [...(list?.items ?? []), ...(first?.items ?? [])];
  return { atAddress: true, inColumn: listed.some((item) => item.no === no) };
}

/** The page of its column an article stands on by its date; the last one there is for what lies behind it. */
async function pageOf(tenantId: TenantId, { columnId, publishedAt }: { columnId: string; publishedAt: Date }) {
  const [row] = await withReader(
    tenantId,
    (tx) => tx.$queryRaw<{ newer: number }[]>`
      SELECT count(*)::int AS newer FROM article
      WHERE tenant_id = ${tenantId}::uuid AND column_id = ${columnId}::uuid AND visibility = 'live'
        AND published_at > ${publishedAt}::timestamptz`,
  );
  return Math.min(pagesMax, Math.floor((row?.newer ?? 0) / pageSize) + 1);
}
