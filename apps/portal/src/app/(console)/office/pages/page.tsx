import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PagesScreen } from "../../../../features/office-pages/pages-screen.tsx";
import { HydrateClient, prefetch, trpc } from "../../../../trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("office-pages");
  return { title: t("title") };
}

export default async function Page() {
  await prefetch(trpc.office.pages.list.queryOptions());
  return (
    <HydrateClient>
      <PagesScreen />
    </HydrateClient>
  );
}
