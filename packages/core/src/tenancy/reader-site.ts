import { Prisma } from "@zhibu/db/generated/client";
import type { BranchState } from "@zhibu/db/generated/enums";
import type { Tx } from "@zhibu/db/scope";
import { columnModules, type ColumnModule } from "@zhibu/domain/columns/module-names";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import { bannersNow, type ReaderBanner } from "./banners/banners-now.ts";

export type ReaderColumn = {
  id: string;
  slug: string;
  name: string;
  module: ColumnModule;
  baselineKey: string | null;
};

/** A column of the first level with its sub-columns, as the navigation shows them. */
export type ReaderSection = ReaderColumn & { children: readonly ReaderColumn[] };

export type Contact = { address: string; phone: string; email: string; icp: string };

/** A page of the college in the menu of every site; its address is `/p/{slug}`. */
export type ReaderPage = { slug: string; title: string };

export type ReaderCollege = Contact & {
  id: string;
  name: string;
  shortName: string;
  pages: readonly ReaderPage[];
  /** Urgent lines over every page while they last. */
  banners: readonly ReaderBanner[];
};

export type ReaderBranch = Contact & {
  id: string;
  slug: string;
  customDomain: string | null;
  name: string;
  shortName: string;
  state: BranchState;
  intro: string;
};

/** What frames every page of a branch's site. */
export type ReaderSite = { branch: ReaderBranch; college: ReaderCollege; sections: readonly ReaderSection[] };

/** The pages readers get now, in the order of the menu, as JSON: for any statement of the reader's scope. */
export const pagesOfCollege = Prisma.sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('slug', p.slug, 'title', p.title) ORDER BY p.position, p.id), '[]')
  FROM college_page p WHERE p.live AND NOT p.hidden)`;

type ColumnRow = ReaderColumn & { parentId: string | null };
type SiteRow = { branch: ReaderBranch; college: ReaderCollege; columns: readonly ColumnRow[] };

/** A branch's site with its visible columns, in one statement; `null` for an unknown id. The caller's scope is the reader's. */
export async function findReaderSite(tx: Tx, tenantId: TenantId): Promise<ReaderSite | null> {
  const [row] = await tx.$queryRaw<SiteRow[]>`
    SELECT
      jsonb_build_object('id', b.id, 'slug', b.slug, 'customDomain', b.custom_domain, 'name', b.name, 'shortName', b.short_name,
        'state', b.state, 'intro', b.intro, 'address', b.address, 'phone', b.phone, 'email', b.email, 'icp', b.icp) AS branch,
      jsonb_build_object('id', c.id, 'name', c.name, 'shortName', c.short_name,
        'address', c.address, 'phone', c.phone, 'email', c.email, 'icp', c.icp, 'pages', ${pagesOfCollege}, 'banners', ${bannersNow}) AS college,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'parentId', s.parent_id, 'slug', s.slug, 'name', s.name,
          'module', s.module, 'baselineKey', s.baseline_key) ORDER BY s.position, s.id), '[]')
        FROM site_column s WHERE s.tenant_id = b.id AND NOT s.hidden) AS columns
    FROM branch b CROSS JOIN college c
    WHERE b.id = ${tenantId}::uuid
    LIMIT 1`;
  return row ? { branch: row.branch, college: row.college, sections: sectionsOf(row.columns) } : null;
}

/** Modules in their fixed order, columns by position; what stands below a hidden column is hidden with it. */
function sectionsOf(columns: readonly ColumnRow[]): ReaderSection[] {
  const plain = ({ parentId: _, ...column }: ColumnRow): ReaderColumn => column;
  const roots = columns.filter((column) => column.parentId === null);
  return columnModules.flatMap((module) =>
    roots
      .filter((root) => root.module === module)
      .map((root) => ({
        ...plain(root),
        children: columns.filter((column) => column.parentId === root.id).map(plain),
      })),
  );
}

/** Ids of a section and its sub-columns. */
export function sectionColumnIds(section: ReaderSection): string[] {
  return [section.id, ...section.children.map((child) => child.id)];
}

/** Ids of all columns readers may see. */
export function visibleColumnIds(site: ReaderSite): string[] {
  return site.sections.flatMap(sectionColumnIds);
}

/** Where a column stands in the tree; `child` is null for a column of the first level. */
export type ColumnPlace = { section: ReaderSection; child: ReaderColumn | null };

export function findColumnPlace(site: ReaderSite, fits: (column: ReaderColumn) => boolean): ColumnPlace | null {
  for (const section of site.sections) {
    if (fits(section)) return { section, child: null };
    const child = section.children.find(fits);
    if (child) return { section, child };
  }
  return null;
}
