import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { getCollegePage } from "@zhibu/core/articles/published/college-page";
import { readSite } from "@zhibu/core/articles/published/read-frame";
import { CollegePageArticle } from "../../../../../../features/reader/college-page.tsx";
import { MissingPage } from "../../../../../../features/reader/missing-page.tsx";
import { tenantOf } from "../../../../../../features/reader/path-params.ts";
import { SiteFrame } from "../../../../../../features/reader/site-frame.tsx";
import { collegePageMetadata, noticeMetadata } from "../../../../../../features/reader/site-metadata.ts";

type Props = { params: Promise<{ site: string; slug: string }> };

const load = cache(async (segment: string, slug: string) => {
  const tenantId = tenantOf(segment);
  const site = (tenantId && (await readSite(tenantId))) ?? notFound();
  return { site, page: await getCollegePage(slug) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { site: segment, slug } = await params;
  const { site, page } = await load(segment, slug);
  return page ? collegePageMetadata(site, page) : noticeMetadata(site, "missing.title", 404);
}

export default async function Page({ params }: Props) {
  const { site: segment, slug } = await params;
  const { site, page } = await load(segment, slug);
  if (!page) return <MissingPage site={site} />;
  return (
    <SiteFrame site={site} current="college">
      <CollegePageArticle page={page} collegeName={site.college.name} />
    </SiteFrame>
  );
}
