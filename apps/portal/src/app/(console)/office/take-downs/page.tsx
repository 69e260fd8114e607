import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TakeDownsScreen } from "../../../../features/office-take-downs/take-downs-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("office-take-downs");
  return { title: t("title") };
}

export default function TakeDownsPage() {
  return <TakeDownsScreen />;
}
