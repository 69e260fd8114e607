import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OfficePeopleScreen } from "../../../../features/office-people/list/people-screen.tsx";
import { HydrateClient, prefetch, prefetchPages, trpc } from "../../../../trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("office-people");
  return { title: t("title") };
}

type PeoplePageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OfficePeoplePage({ searchParams }: PeoplePageProps) {
  await prefetch(trpc.office.people.counts.queryOptions());
  // The list as it is without filters; what an address narrows is asked for by the screen.
  if (Object.keys(await searchParams).length === 0) {
    const everybody = { concern: "all", search: "", limit: 50 } as const;
    await prefetchPages(
      trpc.office.people.list.infiniteQueryOptions(everybody, {
        getNextPageParam: (page) => page.nextCursor ?? undefined,
      }),
    );
  }
  return (
    <HydrateClient>
      <OfficePeopleScreen />
    </HydrateClient>
  );
}
