import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CalendarScreen } from "../../../../../features/office-publicity/calendar/calendar-screen.tsx";
import { HydrateClient, prefetch, trpc } from "../../../../../trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("office-publicity");
  return { title: t("tabs.calendar") };
}

export default async function Page() {
  await prefetch(trpc.office.publicity.calendar.queryOptions());
  return (
    <HydrateClient>
      <CalendarScreen />
    </HydrateClient>
  );
}
