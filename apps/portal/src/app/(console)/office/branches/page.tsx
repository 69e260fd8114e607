import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BranchesScreen } from "../../../../features/office-branches/branches-screen.tsx";
import { HydrateClient, prefetch, trpc } from "../../../../trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("office-branches");
  return { title: t("title") };
}

export default async function OfficeBranchesPage() {
  await prefetch(trpc.office.branches.views.queryOptions({ screen: "branches" }));
  return (
    <HydrateClient>
      <BranchesScreen />
    </HydrateClient>
  );
}
