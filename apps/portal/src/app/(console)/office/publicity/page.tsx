import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OverviewScreen } from "../../../../features/office-publicity/overview/overview-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("office-publicity");
  return { title: t("tabs.overview") };
}

export default function Page() {
  return <OverviewScreen />;
}
