import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { experiencePage } from "@zhibu/core/articles/published/featured-articles";
import { readCollege } from "@zhibu/core/articles/published/read-frame";
import { experiencePath } from "./addresses.ts";
import { ExperiencePage } from "./experience-page.tsx";
import { pageOf } from "./path-params.ts";
import { portalMetadata, portalMissingMetadata } from "./portal-metadata.ts";
import { PortalMissingPage } from "./portal-missing-page.tsx";

export type ExperienceParams = { page?: string };

/** Page 1 stands under the bare address alone. */
const load = cache(async (page: string | undefined) => {
  const number = page === undefined ? 1 : pageOf(page);
  const list = number === null ? null : await experiencePage(number);
  return list ? { list } : { missing: (await readCollege()) ?? notFound() };
});

export async function experienceRouteMetadata({ page }: ExperienceParams): Promise<Metadata> {
  const loaded = await load(page);
  if (loaded.missing) return portalMissingMetadata(loaded.missing);
  const t = await getTranslations("reader");
  const { college, page: number } = loaded.list;
  const name = t("experience.title");
  const shown = number > 1 ? t("titledPage", { name, page: number }) : name;
  return portalMetadata(college, experiencePath(number), shown);
}

/** A page of what the office features, or the portal's 404. */
export async function ExperienceRoute({ page }: ExperienceParams) {
  const loaded = await load(page);
  if (loaded.missing) return <PortalMissingPage college={loaded.missing} />;
  return <ExperiencePage list={loaded.list} />;
}
