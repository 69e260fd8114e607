import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SettingsScreen } from "../../../../features/settings/settings-screen.tsx";
import { HydrateClient, prefetch, trpc } from "../../../../trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("title") };
}

export default async function SettingsPage({ params }: { params: Promise<{ branch: string }> }) {
  const { branch } = await params;
  await prefetch(trpc.branchSettings.get.queryOptions({ branch }));
  return (
    <HydrateClient>
      <SettingsScreen branch={branch} />
    </HydrateClient>
  );
}
