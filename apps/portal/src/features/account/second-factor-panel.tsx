"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useFormatter, useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { useState } from "react";
import type { MySecurity } from "@zhibu/core/tenancy/get-my-security";
import { LoadingState } from "@zhibu/ui/loading-state";
import { Panel } from "@zhibu/ui/panel";
import { StatusWord } from "@zhibu/ui/status-word";
import { QueryError } from "../../components/query-error.tsx";
import { useTRPC } from "../../trpc/client.tsx";

/** The forms come when they are asked for. */
const SetUpTotp = dynamic(() => import("./set-up-totp.tsx").then((file) => file.SetUpTotp), { ssr: false });
const RemoveTotp = dynamic(() => import("./remove-totp.tsx").then((file) => file.RemoveTotp), { ssr: false });
const RenewRecoveryCodes = dynamic(() => import("./renew-recovery-codes.tsx").then((file) => file.RenewRecoveryCodes), {
  ssr: false,
});

type Task = "setUp" | "renew" | "remove";

/** Time to get new ones. */
const fewCodes = 2;

/** Whether an authenticator guards the account, and what can be done about it. */
export function SecondFactorPanel({ loginName }: { loginName: string }) {
  const t = useTranslations();
  const security = useQuery(useTRPC().account.security.queryOptions());
  return (
    <Panel
      title={t("account.totp.title")}
      description={t("account.totp.lead")}
      extra={security.data && <Standing security={security.data} />}
    >
      {security.isPending && <LoadingState label={t("common.loading")} rows={2} />}
      {security.isError && <QueryError error={security.error} onRetry={() => void security.refetch()} />}
      {security.data && <Tasks security={security.data} loginName={loginName} />}
    </Panel>
  );
}

function Standing({ security }: { security: MySecurity }) {
  const t = useTranslations("account.totp");
  return security.totpSince ? (
    <StatusWord tone="good">{t("on")}</StatusWord>
  ) : (
    <StatusWord tone="neutral">{t("off")}</StatusWord>
  );
}

function Tasks({ security, loginName }: { security: MySecurity; loginName: string }) {
  const t = useTranslations();
  const format = useFormatter();
  const { message } = App.useApp();
  const client = useQueryClient();
  const { queryKey } = useTRPC().account.security.queryOptions();
  const [task, setTask] = useState<Task | null>(null);

  function done(words: string): void {
    setTask(null);
    void client.invalidateQueries({ queryKey });
    void message.success(words);
  }

  const { totpSince, recoveryCodes, hasPassword } = security;
  const form = { loginName, hasPassword, onCancel: () => setTask(null) };
  if (task === null) {
    return totpSince === null ? (
      <Button onClick={() => setTask("setUp")}>{t("account.totp.setUp")}</Button>
    ) : (
      <>
        <p className="mb-3">
          {t("account.totp.standing", {
            since: format.dateTime(totpSince, { dateStyle: "long" }),
            left: recoveryCodes.left,
            of: recoveryCodes.of,
          })}
        </p>
        {recoveryCodes.left <= fewCodes && <p className="mb-3 text-waiting">{t("account.totp.fewCodes")}</p>}
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => setTask("renew")}>{t("account.totp.renew")}</Button>
          <Button danger onClick={() => setTask("remove")}>
            {t("account.totp.remove")}
          </Button>
        </div>
      </>
    );
  }
  return (
    <div className="max-w-sm">
      {task === "setUp" && <SetUpTotp {...form} onDone={() => done(t("account.totp.setUpDone"))} />}
      {task === "renew" && <RenewRecoveryCodes {...form} onDone={() => done(t("account.totp.renewDone"))} />}
      {task === "remove" && <RemoveTotp {...form} onDone={() => done(t("account.totp.removeDone"))} />}
    </div>
  );
}
