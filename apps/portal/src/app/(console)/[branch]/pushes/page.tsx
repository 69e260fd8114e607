import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OffersScreen } from "../../../../features/pushes/offers/offers-screen.tsx";
import { HydrateClient, prefetch, trpc } from "../../../../trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("pushes");
  return { title: t("title") };
}

export default async function PushesPage({ params }: { params: Promise<{ branch: string }> }) {
  const { branch } = await params;
  await prefetch(trpc.branch.overview.queryOptions({ branch }));
  return (
    <HydrateClient>
      <OffersScreen branch={branch} />
    </HydrateClient>
  );
}
