import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PeopleScreen } from "../../../../features/people/people-screen.tsx";
import { HydrateClient, prefetch, trpc } from "../../../../trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people");
  return { title: t("title") };
}

export default async function PeoplePage({ params }: { params: Promise<{ branch: string }> }) {
  const { branch } = await params;
  await prefetch(trpc.people.list.queryOptions({ branch }));
  return (
    <HydrateClient>
      <PeopleScreen branch={branch} />
    </HydrateClient>
  );
}
