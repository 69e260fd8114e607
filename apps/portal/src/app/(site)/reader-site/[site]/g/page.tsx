import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { readPublicityIndex } from "@zhibu/core/publicity/published/shown-publicity";
import { tenantOf } from "../../../../../features/reader/path-params.ts";
import { PublicityIndexPage } from "../../../../../features/reader/publicity/publicity-index-page.tsx";
import { publicityPageMetadata } from "../../../../../features/reader/publicity/publicity-metadata.ts";

type Props = { params: Promise<{ site: string }> };

const load = cache(async (segment: string) => {
  const tenantId = tenantOf(segment);
  return (tenantId && (await readPublicityIndex(tenantId))) ?? notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { site } = await load((await params).site);
  return publicityPageMetadata(site, "index");
}

export default async function Page({ params }: Props) {
  return <PublicityIndexPage index={await load((await params).site)} />;
}
