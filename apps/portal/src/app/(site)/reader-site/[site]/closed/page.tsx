import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { readClosedSite } from "@zhibu/core/articles/published/read-frame";
import { ClosedPage } from "../../../../../features/reader/closed-page.tsx";
import { closureKind } from "../../../../../features/reader/closure-kind.ts";
import { tenantOf } from "../../../../../features/reader/path-params.ts";
import { noticeMetadata } from "../../../../../features/reader/site-metadata.ts";

type Props = { params: Promise<{ site: string }> };

const load = cache(async (segment: string) => {
  const tenantId = tenantOf(segment);
  return (tenantId && (await readClosedSite(tenantId))) ?? notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { site, closure } = await load((await params).site);
  const kind = closureKind(site.branch, closure);
  // Archived is for good; the others ask search engines to come back.
  return noticeMetadata(site, `closed.${kind}Title`, kind === "archived" ? 410 : 503);
}

export default async function Page({ params }: Props) {
  return <ClosedPage {...await load((await params).site)} />;
}
