import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { idSchema } from "@zhibu/domain/kernel/ids";
import { PersonScreen } from "../../../../../features/office-people/person/person-screen.tsx";
import { HydrateClient, prefetch, trpc } from "../../../../../trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("office-people");
  return { title: t("title") };
}

export default async function PersonPage({ params }: { params: Promise<{ userId: string }> }) {
  const { userId } = await params;
  if (!idSchema.safeParse(userId).success) notFound();
  await prefetch(trpc.office.people.get.queryOptions({ userId }));
  return (
    <HydrateClient>
      <PersonScreen userId={userId} />
    </HydrateClient>
  );
}
