import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DashboardScreen } from "../../../features/dashboard/dashboard-screen.tsx";
import { HydrateClient, prefetch, trpc } from "../../../trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("dashboard");
  return { title: t("title") };
}

export default async function DashboardPage({ params }: { params: Promise<{ branch: string }> }) {
  const { branch } = await params;
  await Promise.all([
    prefetch(trpc.desk.dashboard.queryOptions({ branch })),
    prefetch(trpc.publicity.counts.queryOptions({ branch })),
  ]);
  return (
    <HydrateClient>
      <DashboardScreen branch={branch} />
    </HydrateClient>
  );
}
