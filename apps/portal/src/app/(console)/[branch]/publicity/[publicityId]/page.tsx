import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PublicityScreen } from "../../../../../features/publicity/publicity-screen.tsx";
import { branchOrigin } from "../../../../../origins.ts";
import { HydrateClient, prefetch, trpc } from "../../../../../trpc/server.tsx";

type Props = { params: Promise<{ branch: string; publicityId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("publicity");
  return { title: t("title") };
}

export default async function PublicityDetailPage({ params }: Props) {
  const { branch, publicityId } = await params;
  const list = { branch, publicityId };
  // Who may not see the objections is refused here, and their screen never asks.
  await Promise.all([
    prefetch(trpc.publicity.get.queryOptions(list)),
    prefetch(trpc.publicity.objections.queryOptions(list)),
  ]);
  return (
    <HydrateClient>
      <PublicityScreen branch={branch} publicityId={publicityId} siteOrigin={branchOrigin(branch)} />
    </HydrateClient>
  );
}
