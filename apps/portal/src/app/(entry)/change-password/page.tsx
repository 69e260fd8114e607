import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { findCollegeName } from "@zhibu/core/tenancy/find-college-name";
import { EntryFrame } from "../../../features/account/entry-frame.tsx";
import { FirstPassword } from "../../../features/account/first-password.tsx";
import { safeNext } from "../../../features/account/safe-next.ts";
import { signedInActor } from "../../../session.ts";

type SearchParams = Promise<{ next?: string | string[] }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: t("common.consoleTitle", { page: t("account.changePassword.firstTitle") }) };
}

/** Where a handed-out password is replaced before anything else; others change theirs on the account page. */
export default async function ChangePasswordPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await signedInActor();
  if (!actor) redirect("/sign-in");
  if (!actor.mustChangePassword) redirect("/account");
  const t = await getTranslations("account.changePassword");
  const { next } = await searchParams;
  return (
    <EntryFrame college={await findCollegeName()}>
      <h1 className="text-2xl leading-8 font-semibold">{t("firstTitle")}</h1>
      <p className="mt-1.5 mb-7 text-ink-soft">{t("firstLead")}</p>
      <FirstPassword
        userId={actor.userId}
        loginName={actor.loginName}
        next={safeNext(typeof next === "string" ? next : undefined)}
      />
    </EntryFrame>
  );
}
