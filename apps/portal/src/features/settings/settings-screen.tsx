"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { LoadingState } from "@zhibu/ui/loading-state";
import { PageHeader } from "@zhibu/ui/page-header";
import { Panel } from "@zhibu/ui/panel";
import { RelativeTime } from "@zhibu/ui/relative-time";
import { QueryError } from "../../components/query-error.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { SettingsFacts } from "./settings-facts.tsx";
import { SettingsForm } from "./settings-form.tsx";

/** What the branch says about itself on its site: a form for who may change it, plain words for everyone else. */
export function SettingsScreen({ branch }: { branch: string }) {
  const t = useTranslations();
  const settings = useQuery(useTRPC().branchSettings.get.queryOptions({ branch }));
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={t("settings.title")}
        description={settings.data?.can.configure === false ? t("settings.readOnly") : t("settings.lead")}
      />
      {settings.isPending && <LoadingState label={t("common.loading")} />}
      {settings.isError && (
        <Panel>
          <QueryError error={settings.error} onRetry={() => void settings.refetch()} />
        </Panel>
      )}
      {settings.data?.can.configure === true && <SettingsForm branch={branch} saved={settings.data.settings} />}
      {settings.data?.can.configure === false && <SettingsFacts settings={settings.data.settings} />}
      {settings.data && (
        <p className="mt-2 text-[13px] text-ink-soft">
          {t("settings.updated")}
          <RelativeTime value={settings.data.settings.updatedAt} />
        </p>
      )}
    </div>
  );
}
