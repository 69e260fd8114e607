"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Notice } from "@zhibu/ui/notice";
import { ApiProvider } from "../../trpc/client.tsx";
import { SignInForm } from "./sign-in-form.tsx";
import { WelcomeForm } from "./welcome-form.tsx";

/** The choice of a password, and once it is made the first sign-in with it. */
export function WelcomePanel({ token, loginName }: { token: string; loginName: string }) {
  const t = useTranslations("account.welcome");
  const [chosen, setChosen] = useState(false);
  if (chosen) {
    return (
      <div className="space-y-6">
        <Notice tone="good">{t("done")}</Notice>
        <SignInForm loginName={loginName} onSignedIn={() => window.location.assign("/inbox")} />
      </div>
    );
  }
  return (
    <ApiProvider userId={null}>
      <WelcomeForm token={token} loginName={loginName} onChosen={() => setChosen(true)} />
    </ApiProvider>
  );
}
