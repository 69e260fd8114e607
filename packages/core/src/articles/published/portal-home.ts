import { withReader, type Tx } from "@zhibu/db/scope";
import { columnModules, type ColumnModule } from "@zhibu/domain/columns/module-names";
import { type PortalPublicity, portalPublicity } from "../../publicity/published/portal-publicity.ts";
import type { ReaderCollege } from "../../tenancy/reader-site.ts";
import { type FeaturedArticle, featuredRows } from "./featured-articles.ts";
import { findReaderCollege, listBranches, type PortalBranch } from "./list-branches.ts";
import { newestFirst, originals, type Cover } from "./listed-article.ts";
import { newestOfModules } from "./newest-of-modules.ts";
import { portalRows, type PortalArticle } from "./portal-article.ts";

export type PortalPicture = Pick<PortalArticle, "no" | "title" | "publishedAt" | "branch"> & {
  summary: string;
  cover: Cover;
};

export type PortalHome = {
  college: ReaderCollege;
  branches: readonly PortalBranch[];
  branchTotal: number;
  pictures: readonly PortalPicture[];
  /** Over all modules. */
  latest: readonly PortalArticle[];
  /** Each module's newest; a module without any item has no entry. */
  byModule: ReadonlyMap<ColumnModule, readonly PortalArticle[]>;
  /** What branches publicise now (公示), the newest first. */
  publicity: readonly PortalPublicity[];
  /** What the office features (经验交流), the newest choice first. */
  featured: readonly FeaturedArticle[];
};

const latestMax = 10;
const branchesShown = 24;
const featuredMax = 3;
const publicityMax = 8;
const picturesMax = 5;
/** How far back a picture is looked for, in articles of the whole college. */
const pictureWindow = 80;

/** Everything on the college portal's home page; `null` before the college was founded. */
export function portalHome(): Promise<PortalHome | null> {
  return withReader(null, async (tx) => {
    const college = await findReaderCollege(tx);
    if (!college) return null;
    const picked = await newestOfModules(tx, columnModules, latestMax);
    const rows = await portalRows(tx, [...picked.values()].flat());
    const { branches, total: branchTotal } = await listBranches(tx, branchesShown);
    return {
      college,
      branches,
      branchTotal,
      pictures: await newestPictures(tx),
      // The ten newest of all are among the ten newest of each.
      latest: rows.slice(0, latestMax),
      byModule: Map.groupBy(rows, (row) => row.module),
      publicity: await portalPublicity(tx, publicityMax),
      featured: await featuredRows(tx, featuredMax),
    };
  });
}

/** The newest article with a cover of each branch that has one lately: no branch fills the carousel alone. */
function newestPictures(tx: Tx): Promise<PortalPicture[]> {
  return tx.$queryRaw<PortalPicture[]>`
    WITH recent AS MATERIALIZED (
      SELECT tenant_id, id, column_id FROM article WHERE ${originals} ORDER BY ${newestFirst} LIMIT ${pictureWindow}
    ),
    pictured AS MATERIALIZED (
      SELECT DISTINCT ON (a.tenant_id) a.tenant_id, a.id, a.no, a.published_at, r.title, r.cover_id,
        coalesce(nullif(r.summary, ''), left(r.body_text, 120)) AS summary
      FROM recent n
      JOIN article a ON a.tenant_id = n.tenant_id AND a.id = n.id
      JOIN site_column c ON c.tenant_id = n.tenant_id AND c.id = n.column_id AND NOT c.hidden
      LEFT JOIN site_column p ON p.tenant_id = c.tenant_id AND p.id = c.parent_id
      JOIN revision r ON r.tenant_id = a.tenant_id AND r.id = a.live_revision_id AND r.cover_id IS NOT NULL
      WHERE c.parent_id IS NULL OR NOT p.hidden
      ORDER BY a.tenant_id, a.published_at DESC, a.id DESC
    ),
    newest AS MATERIALIZED (SELECT * FROM pictured ORDER BY ${newestFirst} LIMIT ${picturesMax * 2})
    SELECT n.no, n.title, n.published_at AS "publishedAt", n.summary,
      jsonb_build_object('mediaId', m.id, 'alt', m.alt, 'width', m.width, 'height', m.height, 'widths', m.widths) AS cover,
      jsonb_build_object('slug', b.slug, 'customDomain', b.custom_domain, 'name', b.name, 'shortName', b.short_name) AS branch
    FROM newest n
    JOIN branch b ON b.id = n.tenant_id AND b.state = 'open'
    JOIN media m ON m.tenant_id = n.tenant_id AND m.id = n.cover_id AND m.width > 0 AND m.height > 0
    ORDER BY n.published_at DESC, n.id DESC LIMIT ${picturesMax}`;
}
