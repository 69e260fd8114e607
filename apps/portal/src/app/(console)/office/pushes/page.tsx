import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PushesScreen } from "../../../../features/office-pushes/list/pushes-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("office-pushes");
  return { title: t("title") };
}

export default function PushesPage() {
  return <PushesScreen />;
}
