import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@zhibu/ui/page-header";
import { ButtonLink } from "../../../../../components/button-link.tsx";
import { InvitationsPanel } from "../../../../../features/office-people/invitations/invitations-panel.tsx";
import { HydrateClient, prefetch, trpc } from "../../../../../trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("office-people.invitations");
  return { title: t("title") };
}

export default async function InvitationsPage() {
  const t = await getTranslations("office-people");
  await prefetch(trpc.office.people.waiting.queryOptions({}));
  return (
    <HydrateClient>
      <PageHeader
        title={t("invitations.title")}
        actions={<ButtonLink href="/office/people">{t("inviteForm.back")}</ButtonLink>}
      />
      <InvitationsPanel />
    </HydrateClient>
  );
}
