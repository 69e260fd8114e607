import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TermsScreen } from "../../../../features/office-terms/terms-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("office-terms");
  return { title: t("title") };
}

export default function Page() {
  return <TermsScreen />;
}
