import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NominationsScreen } from "../../../../features/office-nominations/nominations-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("office-nominations");
  return { title: t("title") };
}

export default function NominationsPage() {
  return <NominationsScreen />;
}
