import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { canInCollege } from "@zhibu/domain/tenancy/college-permissions";
import { env } from "../../../../../env.ts";
import { OpenBranchScreen } from "../../../../../features/office-branches/open-branch-screen.tsx";
import { originOf } from "../../../../../origins.ts";
import { signedInActor } from "../../../../../session.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("office-branches.new");
  return { title: t("title") };
}

export default async function OpenBranchPage() {
  const actor = await signedInActor();
  if (!canInCollege(actor?.collegeRoles ?? [], "branch:manage")) notFound();
  return <OpenBranchScreen rootOrigin={originOf(env().ROOT_DOMAIN)} />;
}
