import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { idSchema } from "@zhibu/domain/kernel/ids";
import { ImportScreen } from "../../../../../../features/office-people/import/import-screen.tsx";
import { HydrateClient, prefetch, trpc } from "../../../../../../trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("office-people.importPage");
  return { title: t("title") };
}

export default async function ImportPage({ params }: { params: Promise<{ importId: string }> }) {
  const { importId } = await params;
  if (!idSchema.safeParse(importId).success) notFound();
  await prefetch(trpc.office.imports.get.queryOptions({ importId }));
  return (
    <HydrateClient>
      <ImportScreen importId={importId} />
    </HydrateClient>
  );
}
