import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { headers } from "next/headers";
import { deviceOf } from "@zhibu/auth/open-session";
import { findCollegeName } from "@zhibu/core/tenancy/find-college-name";
import { limitLinkGuesses } from "@zhibu/core/tenancy/limit-link-guesses";
import { getLink, type OpenLink } from "@zhibu/core/tenancy/one-time-links";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { EntryFrame } from "../../../../features/account/entry-frame.tsx";
import { SignInLink } from "../../../../features/account/sign-in-link.tsx";
import { WelcomePanel } from "../../../../features/account/welcome-panel.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: t("common.consoleTitle", { page: t("account.welcome.metaTitle") }) };
}

/** The link while it works; what is wrong with it otherwise, as a key under `errors.`. */
async function linkOf(token: string): Promise<OpenLink | AppError> {
  const { address } = deviceOf(await headers());
  try {
    return await limitLinkGuesses(address, () => getLink(token, new Date()));
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

/** What a one-time link opens: who it is for and from, and the choice of a password. */
export default async function WelcomePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const link = await linkOf(token);
  const t = await getTranslations("account.welcome");
  if (link instanceof AppError) return <NoLink error={link} />;
  const format = await getFormatter();
  const { purpose, displayName, loginName, invitedBy } = link;
  const until = format.dateTime(link.expiresAt, { dateStyle: "long", timeStyle: "short" });
  return (
    <EntryFrame college={await findCollegeName()}>
      <h1 className="text-2xl leading-8 font-semibold">{t(`${purpose}.title`, { name: displayName })}</h1>
      <p className="mt-1.5 text-ink-soft">{t(`${purpose}.lead`, { by: invitedBy })}</p>
      <dl className="mt-5 mb-7 grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5 rounded-md bg-neutral-soft px-4 py-3">
        <dt className="text-ink-soft">{t("loginName")}</dt>
        <dd className="font-medium break-all">{loginName}</dd>
        <dt className="text-ink-soft">{t("until")}</dt>
        <dd>{until}</dd>
      </dl>
      <WelcomePanel token={token} loginName={loginName} />
    </EntryFrame>
  );
}

async function NoLink({ error }: { error: AppError }) {
  const t = await getTranslations();
  const reason = t.has(`errors.${error.reason}`) ? error.reason : "unexpected";
  return (
    <EntryFrame college={null}>
      <h1 className="text-2xl leading-8 font-semibold">{t("account.welcome.goneTitle")}</h1>
      <p className="mt-3 mb-8 text-ink-soft">{t(`errors.${reason}`, error.params)}</p>
      <SignInLink>{t("account.welcome.toSignIn")}</SignInLink>
    </EntryFrame>
  );
}
