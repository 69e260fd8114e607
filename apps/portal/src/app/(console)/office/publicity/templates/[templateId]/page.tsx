import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { idSchema } from "@zhibu/domain/kernel/ids";
import { TemplateScreen } from "../../../../../../features/office-publicity/template/template-screen.tsx";
import { HydrateClient, prefetch, trpc } from "../../../../../../trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("office-publicity");
  return { title: t("tabs.templates") };
}

export default async function Page({ params }: { params: Promise<{ templateId: string }> }) {
  const { templateId } = await params;
  if (!idSchema.safeParse(templateId).success) notFound();
  await prefetch(trpc.office.publicity.template.queryOptions({ templateId }));
  return (
    <HydrateClient>
      <TemplateScreen templateId={templateId} />
    </HydrateClient>
  );
}
