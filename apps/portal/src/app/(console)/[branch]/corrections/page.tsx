import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CorrectionsScreen } from "../../../../features/corrections/corrections-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("corrections");
  return { title: t("title") };
}

export default async function Page({ params }: { params: Promise<{ branch: string }> }) {
  const { branch } = await params;
  return <CorrectionsScreen branch={branch} />;
}
