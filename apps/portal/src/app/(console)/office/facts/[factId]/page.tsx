import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { idSchema } from "@zhibu/domain/kernel/ids";
import { FactScreen } from "../../../../../features/office-facts/fact-screen.tsx";
import { HydrateClient, prefetch, trpc } from "../../../../../trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("office-facts");
  return { title: t("title") };
}

export default async function Page({ params }: { params: Promise<{ factId: string }> }) {
  const { factId } = await params;
  if (!idSchema.safeParse(factId).success) notFound();
  await prefetch(trpc.office.facts.get.queryOptions({ factId }));
  return (
    <HydrateClient>
      <FactScreen factId={factId} />
    </HydrateClient>
  );
}
