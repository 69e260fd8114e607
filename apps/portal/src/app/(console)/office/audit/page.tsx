import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { canInCollege } from "@zhibu/domain/tenancy/college-permissions";
import { env } from "../../../../env.ts";
import { AuditScreen } from "../../../../features/office-audit/audit-screen.tsx";
import { originOf } from "../../../../origins.ts";
import { signedInActor } from "../../../../session.ts";
import { HydrateClient, prefetch, trpc } from "../../../../trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("office-audit");
  return { title: t("title") };
}

export default async function AuditPage() {
  const actor = await signedInActor();
  if (!canInCollege(actor?.collegeRoles ?? [], "audit:read")) notFound();
  await prefetch(trpc.office.audit.standing.queryOptions());
  return (
    <HydrateClient>
      <AuditScreen rootOrigin={originOf(env().ROOT_DOMAIN)} />
    </HydrateClient>
  );
}
