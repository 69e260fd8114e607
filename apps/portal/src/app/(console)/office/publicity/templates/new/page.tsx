import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewTemplateScreen } from "../../../../../../features/office-publicity/template/new-template-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("office-publicity");
  return { title: t("template.new") };
}

export default function Page() {
  return <NewTemplateScreen />;
}
