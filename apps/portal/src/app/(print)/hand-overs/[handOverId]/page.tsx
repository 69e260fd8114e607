import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { findCollegeName } from "@zhibu/core/tenancy/find-college-name";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { idSchema } from "@zhibu/domain/kernel/ids";
import { HandOverSheet } from "../../../../features/office-people/hand-over/hand-over-sheet.tsx";
import { caller } from "../../../../trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("office-people.handOverList");
  return { title: t("title") };
}

type HandOverPageProps = { params: Promise<{ handOverId: string }> };

async function listOf(handOverId: string) {
  try {
    return await caller.desk.handOver({ handOverId });
  } catch (error) {
    if (error instanceof Error && error.cause instanceof AppError && error.cause.code === "NOT_FOUND") notFound();
    throw error;
  }
}

/** The list of a hand-over on A4, for who gave, who received, and the office. */
export default async function HandOverListPage({ params }: HandOverPageProps) {
  const { handOverId } = await params;
  if (!idSchema.safeParse(handOverId).success) notFound();
  const list = await listOf(handOverId);
  return <HandOverSheet list={list} collegeName={(await findCollegeName()) ?? ""} />;
}
