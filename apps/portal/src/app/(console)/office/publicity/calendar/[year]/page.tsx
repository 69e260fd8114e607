import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { calendarYearInput } from "@zhibu/domain/publicity/publicity-inputs";
import { YearScreen } from "../../../../../../features/office-publicity/calendar/year-screen.tsx";
import { HydrateClient, prefetch, trpc } from "../../../../../../trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("office-publicity");
  return { title: t("tabs.calendar") };
}

export default async function Page({ params }: { params: Promise<{ year: string }> }) {
  const input = calendarYearInput.safeParse({ year: Number((await params).year) });
  if (!input.success) notFound();
  await prefetch(trpc.office.publicity.calendarYear.queryOptions(input.data));
  return (
    <HydrateClient>
      <YearScreen year={input.data.year} />
    </HydrateClient>
  );
}
