import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ArticleListScreen } from "../../../../features/articles/list/article-list-screen.tsx";
import { HydrateClient, prefetch, trpc } from "../../../../trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("articles");
  return { title: t("title") };
}

export default async function ArticlesPage({ params }: { params: Promise<{ branch: string }> }) {
  const { branch } = await params;
  await Promise.all([
    prefetch(trpc.articles.counts.queryOptions({ branch })),
    prefetch(trpc.branch.overview.queryOptions({ branch })),
    prefetch(trpc.columns.list.queryOptions({ branch })),
  ]);
  return (
    <HydrateClient>
      <ArticleListScreen branch={branch} />
    </HydrateClient>
  );
}
