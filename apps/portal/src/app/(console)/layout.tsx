import "@zhibu/ui/console.css";
import { AntdRegistry } from "@ant-design/nextjs-registry";
import type { Metadata, Viewport } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { getMyAccount } from "@zhibu/core/tenancy/get-my-account";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { ConsoleTheme } from "@zhibu/ui/console-theme";
import { campusName } from "../../auth-settings.ts";
import { consoleMessages } from "../../console-messages.ts";
import { env } from "../../env.ts";
import { AwayPage } from "../../features/shell/away-page.tsx";
import { Shell } from "../../features/shell/shell.tsx";
import { SignInAgain } from "../../features/shell/sign-in-again.tsx";
import { originOf } from "../../origins.ts";
import { requestedPath, requestNonce } from "../../request-headers.ts";
import { signedInActor } from "../../session.ts";
import { ApiProvider } from "../../trpc/client.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  // Next writes a page's own title where `%s` stands.
  const template = t("consoleTitle", { page: "%s" });
  return { title: { template, default: t("product") }, robots: { index: false, follow: false } };
}

export const viewport: Viewport = { themeColor: "#ffffff" };

/** Who is signed in, or `away` when the database can't say. */
async function whoAsks() {
  try {
    return await signedInActor();
  } catch (error) {
    if (error instanceof AppError && error.code === "UNAVAILABLE") return "away";
    throw error;
  }
}

/** The gate, the providers and the frame of the console. What a page may show is decided by each of its calls. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const actor = await whoAsks();
  if (actor === "away") return <AwayPage />;
  const next = await requestedPath();
  const way = next === undefined ? "" : `?${new URLSearchParams({ next }).toString()}`;
  if (!actor) redirect(`/sign-in${way}`);
  if (actor.mustChangePassword) redirect(`/change-password${way}`);
  if (actor.mustSetUpTotp) redirect(`/second-factor${way}`);
  const t = await getTranslations("account.signIn.campus");
  const campus = campusName(t("name"));
  const me = getMyAccount({ actor, now: () => new Date() });
  return (
    <html lang="zh-CN">
      {/* Native fields are as dense as antd's here, and large on a phone. */}
      <body className="md:[--field-height:2.125rem] md:[--field-text:14px]">
        <NextIntlClientProvider messages={await consoleMessages()}>
          <AntdRegistry layer>
            <ConsoleTheme nonce={await requestNonce()}>
              <ApiProvider userId={me.userId}>
                <NuqsAdapter>
                  <Shell me={me} rootOrigin={originOf(env().ROOT_DOMAIN)}>
                    {children}
                  </Shell>
                </NuqsAdapter>
                <SignInAgain loginName={me.loginName} displayName={me.displayName} campus={campus} />
              </ApiProvider>
            </ConsoleTheme>
          </AntdRegistry>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
