import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { findCollegeName } from "@zhibu/core/tenancy/find-college-name";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { Notice } from "@zhibu/ui/notice";
import { campusName } from "../../../auth-settings.ts";
import { EntryFrame } from "../../../features/account/entry-frame.tsx";
import { safeNext } from "../../../features/account/safe-next.ts";
import { SignInPanel } from "../../../features/account/sign-in-panel.tsx";
import { signedInActor } from "../../../session.ts";

type SearchParams = Promise<{ next?: string | string[]; step?: string | string[]; error?: string | string[] }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: t("common.consoleTitle", { page: t("account.signIn.title") }) };
}

/** What the page shows beside the form; with the database away it shows the form alone, which then says so. */
async function whatIsKnown() {
  try {
    return { actor: await signedInActor(), college: await findCollegeName() };
  } catch (error) {
    if (error instanceof AppError && error.code === "UNAVAILABLE") return { actor: null, college: null };
    throw error;
  }
}

export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const t = await getTranslations("account.signIn");
  const { next, step, error } = await searchParams;
  const target = safeNext(typeof next === "string" ? next : undefined);
  const { actor, college } = await whatIsKnown();
  if (actor) redirect(target);
  const campus = campusName(t("campus.name"));
  const needsCode = step === "code";
  return (
    <EntryFrame college={college}>
      <h1 className="text-2xl leading-8 font-semibold">{needsCode ? t("stepTitle") : t("title")}</h1>
      <p className="mt-1.5 mb-7 text-ink-soft">{needsCode ? t("stepLead") : t("lead")}</p>
      {campus !== null && error !== undefined && error !== "CredentialsSignin" && (
        <div className="mb-5">
          <Notice tone="bad">{t("campus.failed")}</Notice>
        </div>
      )}
      <SignInPanel next={target} firstStep={needsCode ? "code" : "password"} campus={campus} />
      <p className="mt-6 text-[13px] text-ink-soft">{t("help")}</p>
    </EntryFrame>
  );
}
