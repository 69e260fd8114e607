import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { columnPage } from "@zhibu/core/articles/published/column-page";
import { readSite } from "@zhibu/core/articles/published/read-frame";
import { ColumnPage } from "./column-page.tsx";
import { MissingPage } from "./missing-page.tsx";
import { pageOf, tenantOf } from "./path-params.ts";
import { columnMetadata, noticeMetadata } from "./site-metadata.ts";

export type ColumnParams = { site: string; slug: string; page?: string };

/** Page 1 stands under the bare address alone. */
const load = cache(async (site: string, slug: string, page: string | undefined) => {
  const tenantId = tenantOf(site) ?? notFound();
  const number = page === undefined ? 1 : pageOf(page);
  const column = number === null ? null : await columnPage(tenantId, slug, number);
  return { column, site: column?.site ?? (await readSite(tenantId)) ?? notFound() };
});

export async function columnRouteMetadata({ site, slug, page }: ColumnParams): Promise<Metadata> {
  const loaded = await load(site, slug, page);
  return loaded.column ? columnMetadata(loaded.column) : noticeMetadata(loaded.site, "missing.title", 404);
}

/** A column's page, first or numbered, or the branch's 404. */
export async function ColumnRoute({ site, slug, page }: ColumnParams) {
  const loaded = await load(site, slug, page);
  return loaded.column ? <ColumnPage column={loaded.column} /> : <MissingPage site={loaded.site} />;
}
