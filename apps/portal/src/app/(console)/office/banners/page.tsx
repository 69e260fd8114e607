import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BannersScreen } from "../../../../features/office-banners/banners-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("office-banners");
  return { title: t("title") };
}

export default function BannersPage() {
  return <BannersScreen />;
}
