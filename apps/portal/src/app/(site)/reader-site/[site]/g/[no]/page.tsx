import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { readPublicity } from "@zhibu/core/publicity/published/shown-publicity";
import { MissingPage } from "../../../../../../features/reader/missing-page.tsx";
import { articleNoOf, tenantOf } from "../../../../../../features/reader/path-params.ts";
import { publicityMetadata } from "../../../../../../features/reader/publicity/publicity-metadata.ts";
import { PublicityPage } from "../../../../../../features/reader/publicity/publicity-page.tsx";
import { PublicityStubPage } from "../../../../../../features/reader/publicity/publicity-stub-page.tsx";

type Props = { params: Promise<{ site: string; no: string }> };

const load = cache(async (segment: string, no: string) => {
  const tenantId = tenantOf(segment);
  // List 0 exists nowhere: what can't be a number is answered like a number that is not there.
  return (tenantId && (await readPublicity(tenantId, articleNoOf(no) ?? 0))) ?? notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { site, no } = await params;
  return publicityMetadata(await load(site, no), new Date());
}

export default async function Page({ params }: Props) {
  const { site: segment, no } = await params;
  const { site, publicity } = await load(segment, no);
  if (!publicity) return <MissingPage site={site} />;
  if (publicity.kind === "stub") return <PublicityStubPage site={site} stub={publicity} />;
  return <PublicityPage site={site} publicity={publicity} now={new Date()} />;
}
