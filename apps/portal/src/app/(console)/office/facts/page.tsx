import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FactsScreen } from "../../../../features/office-facts/facts-screen.tsx";
import { HydrateClient, prefetch, trpc } from "../../../../trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("office-facts");
  return { title: t("title") };
}

export default async function Page() {
  await prefetch(trpc.office.facts.list.queryOptions());
  return (
    <HydrateClient>
      <FactsScreen />
    </HydrateClient>
  );
}
