import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { mediaKindSchema } from "@zhibu/domain/media/media-inputs";
import { mediaPageSize, nextMediaCursor } from "../../../../features/media/media-pages.ts";
import { MediaScreen } from "../../../../features/media/media-screen.tsx";
import { HydrateClient, prefetch, prefetchPages, trpc } from "../../../../trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("media");
  return { title: t("title") };
}

type MediaPageProps = {
  params: Promise<{ branch: string }>;
  searchParams: Promise<{ kind?: string | string[] }>;
};

export default async function MediaPage({ params, searchParams }: MediaPageProps) {
  const { branch } = await params;
  const kind = mediaKindSchema.catch("picture").parse((await searchParams).kind);
  const list = trpc.media.list.infiniteQueryOptions(
    { branch, kind, limit: mediaPageSize },
    { getNextPageParam: nextMediaCursor },
  );
  await Promise.all([prefetchPages(list), prefetch(trpc.branch.overview.queryOptions({ branch }))]);
  return (
    <HydrateClient>
      <MediaScreen branch={branch} />
    </HydrateClient>
  );
}
