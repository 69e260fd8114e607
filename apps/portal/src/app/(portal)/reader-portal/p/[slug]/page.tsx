import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { getCollegePage } from "@zhibu/core/articles/published/college-page";
import { readCollege } from "@zhibu/core/articles/published/read-frame";
import { collegePagePath } from "../../../../../features/reader/addresses.ts";
import { CollegePageArticle } from "../../../../../features/reader/college-page.tsx";
import { PortalFrame } from "../../../../../features/reader/portal-frame.tsx";
import { portalMetadata, portalMissingMetadata } from "../../../../../features/reader/portal-metadata.ts";
import { PortalMissingPage } from "../../../../../features/reader/portal-missing-page.tsx";

type Props = { params: Promise<{ slug: string }> };

const load = cache(async (slug: string) => ({
  college: (await readCollege()) ?? notFound(),
  page: await getCollegePage(slug),
}));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { college, page } = await load((await params).slug);
  return page ? portalMetadata(college, collegePagePath(page.slug), page.title) : portalMissingMetadata(college);
}

export default async function Page({ params }: Props) {
  const { college, page } = await load((await params).slug);
  if (!page) return <PortalMissingPage college={college} />;
  return (
    <PortalFrame college={college} current="college">
      <CollegePageArticle page={page} collegeName={college.name} onPortal />
    </PortalFrame>
  );
}
