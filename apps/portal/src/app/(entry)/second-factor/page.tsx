import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { findCollegeName } from "@zhibu/core/tenancy/find-college-name";
import { getMySecurity } from "@zhibu/core/tenancy/get-my-security";
import { EntryFrame } from "../../../features/account/entry-frame.tsx";
import { FirstTotp } from "../../../features/account/first-totp.tsx";
import { safeNext } from "../../../features/account/safe-next.ts";
import { SignOutLink } from "../../../features/account/sign-out-link.tsx";
import { signedInActor } from "../../../session.ts";

type SearchParams = Promise<{ next?: string | string[] }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: t("common.consoleTitle", { page: t("account.totp.firstTitle") }) };
}

/** Where an authenticator is set up before anything else, by those whose role demands one; others do so on the account page. */
export default async function SecondFactorPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await signedInActor();
  if (!actor) redirect("/sign-in");
  if (actor.mustChangePassword) redirect("/change-password");
  if (!actor.mustSetUpTotp) redirect("/account");
  const t = await getTranslations("account.totp");
  const { next } = await searchParams;
  const { hasPassword } = await getMySecurity({ actor, now: () => new Date() });
  return (
    <EntryFrame college={await findCollegeName()}>
      <h1 className="text-2xl leading-8 font-semibold">{t("firstTitle")}</h1>
      <p className="mt-1.5 mb-7 text-ink-soft">{t("firstLead")}</p>
      <FirstTotp
        userId={actor.userId}
        loginName={actor.loginName}
        hasPassword={hasPassword}
        next={safeNext(typeof next === "string" ? next : undefined)}
      />
      <p className="mt-6 text-[13px] text-ink-soft">
        <SignOutLink>{t("firstLeave")}</SignOutLink>
      </p>
    </EntryFrame>
  );
}
