import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { portalBranches } from "@zhibu/core/articles/published/portal-branches";
import { PortalBranchesPage } from "../../../../features/reader/portal-branches-page.tsx";
import { portalMetadata } from "../../../../features/reader/portal-metadata.ts";

const load = cache(async () => (await portalBranches()) ?? notFound());

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reader.portal");
  return portalMetadata((await load()).college, "/branches", t("branches"));
}

export default async function Page() {
  return <PortalBranchesPage {...await load()} />;
}
