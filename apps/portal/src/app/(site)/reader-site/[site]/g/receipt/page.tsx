import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { readReceipt } from "@zhibu/core/publicity/published/shown-publicity";
import { receiptInWords } from "@zhibu/core/publicity/receipt";
import { receiptSchema } from "@zhibu/domain/publicity/objection-inputs";
import { pageStatus } from "../../../../../../features/reader/page-status.ts";
import { tenantOf } from "../../../../../../features/reader/path-params.ts";
import { publicityPageMetadata } from "../../../../../../features/reader/publicity/publicity-metadata.ts";
import { ReceiptPage } from "../../../../../../features/reader/publicity/receipt-page.tsx";

type Props = { params: Promise<{ site: string }>; searchParams: Promise<{ number?: string }> };

const load = cache(async (segment: string, receipt: string | null) => {
  const tenantId = tenantOf(segment);
  return (tenantId && (await readReceipt(tenantId, receipt))) ?? notFound();
});

/** What was typed as a receipt number; a number that can't be one is asked for like one nobody has. */
function receiptOf(typed: string | undefined): string | null {
  if (typed === undefined) return null;
  const parsed = receiptSchema.safeParse(typed);
  return parsed.success ? parsed.data : "";
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const receipt = receiptOf((await searchParams).number);
  const { site, progress } = await load((await params).site, receipt);
  const metadata = await publicityPageMetadata(site, "receipt");
  // The front door counts a number nobody has as a guess, by this status.
  return receipt !== null && progress === null ? { ...metadata, ...pageStatus(404) } : metadata;
}

export default async function Page({ params, searchParams }: Props) {
  const { number } = await searchParams;
  const receipt = receiptOf(number);
  const answer = await load((await params).site, receipt);
  return <ReceiptPage answer={answer} receipt={receipt === null ? null : receiptInWords(receipt) || "?"} />;
}
