import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { readSite } from "@zhibu/core/articles/published/read-frame";
import { MissingPage } from "../../../../../features/reader/missing-page.tsx";
import { tenantOf } from "../../../../../features/reader/path-params.ts";
import { noticeMetadata } from "../../../../../features/reader/site-metadata.ts";

type Props = { params: Promise<{ site: string }> };

const load = cache(async (segment: string) => {
  const tenantId = tenantOf(segment);
  return (tenantId && (await readSite(tenantId))) ?? notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return noticeMetadata(await load((await params).site), "missing.title", 404);
}

/** Whatever is no page of the branch; the server sends all such addresses here as one, `/404`. */
export default async function Page({ params }: Props) {
  return <MissingPage site={await load((await params).site)} />;
}
