import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { collegeAbilitiesOf } from "@zhibu/domain/tenancy/college-permissions";
import { InboxScreen } from "../../../features/inbox/inbox-screen.tsx";
import { officeRoot, onlyReadsTrail } from "../../../features/shell/nav-items.ts";
import { signedInActor } from "../../../session.ts";
import { HydrateClient, prefetch, trpc } from "../../../trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("inbox");
  return { title: t("title") };
}

export default async function InboxPage() {
  const actor = await signedInActor();
  const collegeAbilities = collegeAbilitiesOf(actor?.collegeRoles ?? []);
  if (onlyReadsTrail({ branches: actor?.branches ?? [], collegeAbilities })) redirect(officeRoot);
  await prefetch(trpc.desk.inbox.queryOptions());
  return (
    <HydrateClient>
      <InboxScreen />
    </HydrateClient>
  );
}
