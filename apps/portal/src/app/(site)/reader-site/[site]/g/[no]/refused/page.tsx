import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { readSite } from "@zhibu/core/articles/published/read-frame";
import { articleNoOf, tenantOf } from "../../../../../../../features/reader/path-params.ts";
import { publicityPageMetadata } from "../../../../../../../features/reader/publicity/publicity-metadata.ts";
import { RefusedPage, refusals } from "../../../../../../../features/reader/publicity/refused-page.tsx";

type Props = { params: Promise<{ site: string; no: string }>; searchParams: Promise<{ why?: string }> };

/** Asked once for page and metadata: a page that is ready before its metadata waits for script to put them in. */
const load = cache(async (segment: string) => {
  const tenantId = tenantOf(segment);
  return (tenantId && (await readSite(tenantId))) ?? notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return publicityPageMetadata(await load((await params).site), "receipt");
}

export default async function Page({ params, searchParams }: Props) {
  const { site, no } = await params;
  const { why } = await searchParams;
  const refusal = refusals.find((each) => each === why) ?? "incomplete";
  return <RefusedPage site={await load(site)} no={articleNoOf(no) ?? 0} refusal={refusal} />;
}
