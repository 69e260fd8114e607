import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { idSchema } from "@zhibu/domain/kernel/ids";
import { HandOverScreen } from "../../../../../features/office-people/hand-over/hand-over-screen.tsx";
import { HydrateClient, prefetch, trpc } from "../../../../../trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("office-people.handOverPage");
  return { title: t("title") };
}

type HandOverPageProps = { searchParams: Promise<{ from?: string | string[] }> };

export default async function HandOverPage({ searchParams }: HandOverPageProps) {
  const from = idSchema.safeParse((await searchParams).from);
  const fromUserId = from.success ? from.data : null;
  if (fromUserId !== null) await prefetch(trpc.office.people.get.queryOptions({ userId: fromUserId }));
  return (
    <HydrateClient>
      <HandOverScreen fromUserId={fromUserId} />
    </HydrateClient>
  );
}
