import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PublicityListScreen } from "../../../../features/publicity/publicity-list-screen.tsx";
import { HydrateClient, prefetch, prefetchPages, trpc } from "../../../../trpc/server.tsx";

type Props = { params: Promise<{ branch: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("publicity");
  return { title: t("title") };
}

export default async function PublicityPage({ params }: Props) {
  const { branch } = await params;
  await Promise.all([
    prefetch(trpc.publicity.counts.queryOptions({ branch })),
    prefetchPages(
      trpc.publicity.list.infiniteQueryOptions(
        { branch, tab: "all" },
        { getNextPageParam: (page) => page.nextCursor ?? undefined },
      ),
    ),
  ]);
  return (
    <HydrateClient>
      <PublicityListScreen branch={branch} />
    </HydrateClient>
  );
}
