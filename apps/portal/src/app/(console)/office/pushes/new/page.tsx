import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SendScreen } from "../../../../../features/office-pushes/send/send-screen.tsx";
import { HydrateClient, prefetch, trpc } from "../../../../../trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("office-pushes.form");
  return { title: t("title") };
}

export default async function SendPage() {
  await prefetch(trpc.office.pushes.origins.queryOptions());
  return (
    <HydrateClient>
      <SendScreen />
    </HydrateClient>
  );
}
