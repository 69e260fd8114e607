"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Modal } from "antd";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { CampusAgain } from "../account/campus-again.tsx";
import { SignInForm } from "../account/sign-in-form.tsx";
import { answerSignInAgain, signInAgainStore } from "./sign-in-again-store.ts";

type SignInAgainProps = {
  loginName: string;
  displayName: string;
  /** What the campus calls its sign-in; `null` where there is none. */
  campus: string | null;
};

/**
 * The dialog over whatever the person was doing when the session ended. Only the same person can go on here;
 * anyone else leaves the page for the sign-in page, and is told what that costs.
 */
export function SignInAgain({ loginName, displayName, campus }: SignInAgainProps) {
  const t = useTranslations("shell.signInAgain");
  const client = useQueryClient();
  const status = useSyncExternalStore(signInAgainStore.subscribe, signInAgainStore.status, () => "idle" as const);
  const hereAfter = () => `/sign-in?${new URLSearchParams({ next: window.location.pathname }).toString()}`;
  function goOn(): void {
    answerSignInAgain(true);
    void client.invalidateQueries({ predicate: (query) => query.state.status === "error" });
  }
  return (
    <Modal
      open={status === "asking"}
      title={t("title")}
      footer={null}
      width={420}
      centered
      destroyOnHidden
      onCancel={() => answerSignInAgain(false)}
    >
      <p className="mb-4 text-ink-soft">{t("lead")}</p>
      <SignInForm loginName={loginName} onSignedIn={goOn} />
      {campus !== null && <CampusAgain name={campus} onSignedIn={goOn} />}
      <p className="mt-4 border-t border-line pt-3 text-[13px] text-ink-soft">
        {t("someoneElse", { name: displayName })}{" "}
        <button
          type="button"
          className="font-medium text-brand underline underline-offset-2"
          onClick={() => window.location.assign(hereAfter())}
        >
          {t("switch")}
        </button>
      </p>
    </Modal>
  );
}
