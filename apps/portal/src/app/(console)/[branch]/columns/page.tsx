import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ColumnsScreen } from "../../../../features/columns/columns-screen.tsx";
import { HydrateClient, prefetch, trpc } from "../../../../trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("columns");
  return { title: t("title") };
}

export default async function ColumnsPage({ params }: { params: Promise<{ branch: string }> }) {
  const { branch } = await params;
  await prefetch(trpc.columns.list.queryOptions({ branch }));
  return (
    <HydrateClient>
      <ColumnsScreen branch={branch} />
    </HydrateClient>
  );
}
