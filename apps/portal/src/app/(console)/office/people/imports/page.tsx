import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ImportsScreen } from "../../../../../features/office-people/import/imports-screen.tsx";
import { HydrateClient, prefetch, trpc } from "../../../../../trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("office-people.importPage");
  return { title: t("title") };
}

export default async function ImportsPage() {
  await prefetch(trpc.office.imports.list.queryOptions());
  return (
    <HydrateClient>
      <ImportsScreen />
    </HydrateClient>
  );
}
