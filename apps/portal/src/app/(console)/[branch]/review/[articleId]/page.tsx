import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { idSchema } from "@zhibu/domain/kernel/ids";
import { ReviewScreen } from "../../../../../features/review/review-screen.tsx";
import { branchOrigin } from "../../../../../origins.ts";
import { HydrateClient, prefetch, trpc } from "../../../../../trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("review");
  return { title: t("pageTitle") };
}

export default async function ReviewPage({ params }: { params: Promise<{ branch: string; articleId: string }> }) {
  const { branch, articleId } = await params;
  if (!idSchema.safeParse(articleId).success) notFound();
  await prefetch(trpc.articles.review.queryOptions({ branch, articleId }));
  return (
    <HydrateClient>
      <ReviewScreen branch={branch} articleId={articleId} siteOrigin={branchOrigin(branch)} />
    </HydrateClient>
  );
}
