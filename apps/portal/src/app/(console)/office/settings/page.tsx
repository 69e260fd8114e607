import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OfficeSettingsScreen } from "../../../../features/office-settings/office-settings-screen.tsx";
import { HydrateClient, prefetch, trpc } from "../../../../trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("office-settings");
  return { title: t("title") };
}

export default async function OfficeSettingsPage() {
  await prefetch(trpc.office.settings.get.queryOptions());
  return (
    <HydrateClient>
      <OfficeSettingsScreen />
    </HydrateClient>
  );
}
