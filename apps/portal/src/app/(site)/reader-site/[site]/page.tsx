import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { siteHome } from "@zhibu/core/articles/published/site-home";
import { tenantOf } from "../../../../features/reader/path-params.ts";
import { SiteHomePage } from "../../../../features/reader/site-home-page.tsx";
import { siteHomeMetadata } from "../../../../features/reader/site-metadata.ts";

type Props = { params: Promise<{ site: string }> };

const load = cache(async (segment: string) => {
  const tenantId = tenantOf(segment);
  return (tenantId && (await siteHome(tenantId))) ?? notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return siteHomeMetadata((await load((await params).site)).site);
}

export default async function Page({ params }: Props) {
  return <SiteHomePage home={await load((await params).site)} />;
}
