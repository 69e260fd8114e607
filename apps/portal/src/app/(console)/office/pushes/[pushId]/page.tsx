import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { idSchema } from "@zhibu/domain/kernel/ids";
import { PushScreen } from "../../../../../features/office-pushes/details/push-screen.tsx";
import { branchOrigin } from "../../../../../origins.ts";
import { HydrateClient, prefetch, trpc } from "../../../../../trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("office-pushes");
  return { title: t("title") };
}

export default async function PushPage({ params }: { params: Promise<{ pushId: string }> }) {
  const { pushId } = await params;
  if (!idSchema.safeParse(pushId).success) notFound();
  await prefetch(trpc.office.pushes.get.queryOptions({ pushId }));
  const [prefix = "", suffix = ""] = branchOrigin("*").split("*");
  return (
    <HydrateClient>
      <PushScreen pushId={pushId} originOf={{ prefix, suffix }} />
    </HydrateClient>
  );
}
