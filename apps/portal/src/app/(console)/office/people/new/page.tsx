import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InviteScreen } from "../../../../../features/office-people/invite/invite-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("office-people.inviteForm");
  return { title: t("title") };
}

export default function InvitePage() {
  return <InviteScreen />;
}
