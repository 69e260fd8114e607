import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TemplatesScreen } from "../../../../../features/office-publicity/template/templates-screen.tsx";
import { HydrateClient, prefetch, trpc } from "../../../../../trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("office-publicity");
  return { title: t("tabs.templates") };
}

export default async function Page() {
  await prefetch(trpc.office.publicity.templates.queryOptions());
  return (
    <HydrateClient>
      <TemplatesScreen />
    </HydrateClient>
  );
}
