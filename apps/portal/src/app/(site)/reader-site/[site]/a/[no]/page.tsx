import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { getPublished } from "@zhibu/core/articles/published/get-published";
import { ArticlePage } from "../../../../../../features/reader/article-page.tsx";
import { MissingPage } from "../../../../../../features/reader/missing-page.tsx";
import { articleNoOf, tenantOf } from "../../../../../../features/reader/path-params.ts";
import { articleMetadata } from "../../../../../../features/reader/site-metadata.ts";
import { WithdrawnPage } from "../../../../../../features/reader/withdrawn-page.tsx";

type Props = { params: Promise<{ site: string; no: string }> };

const load = cache(async (segment: string, no: string) => {
  const tenantId = tenantOf(segment);
  // Article 0 exists nowhere: what can't be a number is answered like a number that is not there.
  return (tenantId && (await getPublished(tenantId, articleNoOf(no) ?? 0))) ?? notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { site, no } = await params;
  return articleMetadata(await load(site, no));
}

export default async function Page({ params }: Props) {
  const { site, no } = await params;
  const answer = await load(site, no);
  if (answer.kind === "article") return <ArticlePage answer={answer} />;
  return answer.kind === "withdrawn" ? <WithdrawnPage answer={answer} /> : <MissingPage site={answer.site} />;
}
