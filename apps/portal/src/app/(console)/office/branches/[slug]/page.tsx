import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { env } from "../../../../../env.ts";
import { BranchScreen } from "../../../../../features/office-branches/branch-screen.tsx";
import { originOf } from "../../../../../origins.ts";
import { HydrateClient, prefetch, trpc } from "../../../../../trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("office-branches");
  return { title: t("title") };
}

export default async function OfficeBranchPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  await prefetch(trpc.office.branches.get.queryOptions({ slug }));
  return (
    <HydrateClient>
      <BranchScreen slug={slug} rootOrigin={originOf(env().ROOT_DOMAIN)} />
    </HydrateClient>
  );
}
