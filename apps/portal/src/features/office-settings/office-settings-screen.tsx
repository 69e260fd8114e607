"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { LoadingState } from "@zhibu/ui/loading-state";
import { PageHeader } from "@zhibu/ui/page-header";
import { Panel } from "@zhibu/ui/panel";
import { QueryError } from "../../components/query-error.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { MailsPanel } from "../office-mails/mails-panel.tsx";
import { CollegePanel } from "./college-panel.tsx";
import { TotpSwitch } from "./totp-switch.tsx";

/** What the office sets for the whole college. */
export function OfficeSettingsScreen() {
  const t = useTranslations();
  const settings = useQuery(useTRPC().office.settings.get.queryOptions());
  return (
    <div className="max-w-3xl">
      <PageHeader title={t("office-settings.title")} description={t("office-settings.lead")} />
      {settings.isPending && <LoadingState label={t("common.loading")} />}
      {settings.isError && (
        <Panel>
          <QueryError error={settings.error} onRetry={() => void settings.refetch()} />
        </Panel>
      )}
      {settings.data && <CollegePanel settings={settings.data} />}
      {settings.data && <TotpSwitch settings={settings.data} />}
      <MailsPanel />
    </div>
  );
}
