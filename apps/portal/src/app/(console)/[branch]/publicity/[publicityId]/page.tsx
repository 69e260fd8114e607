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
  await prefetch(trpc.publicity.get.queryOptions({ branch, publicityId }));
  return (
    <HydrateClient>
      <PublicityScreen branch={branch} publicityId={publicityId} siteOrigin={branchOrigin(branch)} />
    </HydrateClient>
  );
}
