import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { idSchema } from "@zhibu/domain/kernel/ids";
import { EditorScreen } from "../../../../../features/editor/editor-screen.tsx";
import { branchOrigin } from "../../../../../origins.ts";
import { signedInActor } from "../../../../../session.ts";
import { HydrateClient, prefetch, trpc } from "../../../../../trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("editor");
  return { title: t("pageTitle") };
}

export default async function EditorPage({ params }: { params: Promise<{ branch: string; articleId: string }> }) {
  const { branch, articleId } = await params;
  const actor = await signedInActor();
  if (!actor || !idSchema.safeParse(articleId).success) notFound();
  await Promise.all([
    prefetch(trpc.articles.forEditing.queryOptions({ branch, articleId })),
    prefetch(trpc.columns.list.queryOptions({ branch })),
  ]);
  return (
    <HydrateClient>
      <EditorScreen branch={branch} articleId={articleId} userId={actor.userId} siteOrigin={branchOrigin(branch)} />
    </HydrateClient>
  );
}
