import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { AccountScreen } from "../../../features/account/account-screen.tsx";
import { signedInActor } from "../../../session.ts";
import { HydrateClient, prefetch, trpc } from "../../../trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.page");
  return { title: t("title") };
}

export default async function AccountPage() {
  const actor = await signedInActor();
  if (!actor) redirect("/sign-in?next=/account");
  await Promise.all([
    prefetch(trpc.account.terms.queryOptions()),
    prefetch(trpc.account.security.queryOptions()),
    prefetch(trpc.account.sessions.queryOptions()),
  ]);
  return (
    <HydrateClient>
      <AccountScreen displayName={actor.displayName} loginName={actor.loginName} />
    </HydrateClient>
  );
}
