import type { BranchKind } from "@zhibu/db/generated/enums";
import type { Tx } from "@zhibu/db/scope";
import { bannersNow } from "../../tenancy/banners/banners-now.ts";
import { pagesOfCollege, type ReaderCollege } from "../../tenancy/reader-site.ts";
import { newestFirst } from "./listed-article.ts";

/** A branch as the portal's directory shows it. */
export type PortalBranch = {
  slug: string;
  customDomain: string | null;
  name: string;
  shortName: string;
  kind: BranchKind;
  intro: string;
  /** Publication of its newest article; `null` when nothing is out. */
  lastPublishedAt: Date | null;
};

/** The college every portal page is framed by, with its pages; `null` before it was founded. */
export async function findReaderCollege(tx: Tx): Promise<ReaderCollege | null> {
  const [college] = await tx.$queryRaw<ReaderCollege[]>`
    SELECT id, name, short_name AS "shortName", address, phone, email, icp, ${pagesOfCollege} AS pages, ${bannersNow} AS banners FROM college LIMIT 1`;
  return college ?? null;
}

/**
 * Open branches in the office's order, each with the date of its newest article: one index probe a branch.
 * The office's own site is none of them.
 */
export async function listBranches(
  tx: Tx,
  limit: number,
): Promise<{ branches: readonly PortalBranch[]; total: number }> {
  const rows = await tx.$queryRaw<(PortalBranch & { total: number })[]>`
    SELECT b.slug, b.custom_domain AS "customDomain", b.name, b.short_name AS "shortName", b.kind, b.intro, b.total,
      newest.published_at AS "lastPublishedAt"
    FROM (
      SELECT id, slug, custom_domain, name, short_name, kind, intro, position, (count(*) OVER ())::int AS total
      FROM branch WHERE state = 'open' AND kind <> 'office' ORDER BY position, id LIMIT ${limit}
    ) b
    LEFT JOIN LATERAL (
      SELECT published_at FROM article WHERE tenant_id = b.id AND visibility = 'live' ORDER BY ${newestFirst} LIMIT 1
    ) newest ON true
    ORDER BY b.position, b.id`;
  return { branches: rows.map(({ total: _, ...branch }) => branch), total: rows[0]?.total ?? 0 };
}
