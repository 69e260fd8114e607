import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { connection } from "next/server";
import { findCollegeName } from "@zhibu/core/tenancy/find-college-name";
import { campusName } from "../../../auth-settings.ts";
import { EntryFrame } from "../../../features/account/entry-frame.tsx";
import { SignInLink } from "../../../features/account/sign-in-link.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: t("common.consoleTitle", { page: t("account.campusUnknown.title") }) };
}

/** Where somebody lands whom the campus knows and the college does not: what that means, and who can change it. */
export default async function CampusUnknownPage() {
  // The college's name is in the database, which is not there while the page is built.
  await connection();
  const t = await getTranslations("account");
  const name = campusName(t("signIn.campus.name")) ?? t("signIn.campus.name");
  return (
    <EntryFrame college={await findCollegeName()}>
      <h1 className="text-2xl leading-8 font-semibold">{t("campusUnknown.title")}</h1>
      <p className="mt-3 text-ink-soft">{t("campusUnknown.lead", { name })}</p>
      <ol className="mt-5 mb-8 list-decimal space-y-2 pl-5 marker:text-ink-soft">
        <li>{t("campusUnknown.askOffice")}</li>
        <li>{t("campusUnknown.otherAccount", { name })}</li>
      </ol>
      <SignInLink>{t("campusUnknown.back")}</SignInLink>
    </EntryFrame>
  );
}
