"use client";

import { DownloadOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ImportOverview } from "@zhibu/core/tenancy/people-import/get-import";
import { importLimits } from "@zhibu/domain/tenancy/people-import/import-limits";
import { EmptyState } from "@zhibu/ui/empty-state";
import { LoadingState } from "@zhibu/ui/loading-state";
import { PageHeader } from "@zhibu/ui/page-header";
import { Panel } from "@zhibu/ui/panel";
import { RelativeTime } from "@zhibu/ui/relative-time";
import { ButtonLink } from "../../../components/button-link.tsx";
import { QueryError } from "../../../components/query-error.tsx";
import { useTRPC } from "../../../trpc/client.tsx";
import { ImportStateWord } from "./import-state-word.tsx";
import { UploadBox } from "./upload-box.tsx";

/** Template, upload, and what was uploaded before. */
export function ImportsScreen() {
  const t = useTranslations("office-people");
  const limits = { rows: importLimits.rowsMax, megabytes: importLimits.bytesMax / 1024 / 1024 };
  return (
    <>
      <PageHeader
        title={t("importPage.title")}
        description={t("importPage.lead")}
        actions={<ButtonLink href="/office/people">{t("inviteForm.back")}</ButtonLink>}
      />
      <div className="grid gap-x-4 md:grid-cols-2">
        <Panel title={t("importPage.step1")} description={t("importPage.step1Hint")}>
          <Button download href="/api/people-template" icon={<DownloadOutlined aria-hidden />}>
            {t("importPage.template")}
          </Button>
        </Panel>
        <Panel title={t("importPage.step2")} description={t("importPage.step2Hint", limits)}>
          <UploadBox />
        </Panel>
      </div>
      <Panel title={t("importPage.past")}>
        <PastImports />
      </Panel>
    </>
  );
}

function PastImports() {
  const t = useTranslations();
  const runs = useQuery(useTRPC().office.imports.list.queryOptions());
  if (runs.isPending) return <LoadingState label={t("common.loading")} rows={3} />;
  if (runs.isError) return <QueryError error={runs.error} onRetry={() => void runs.refetch()} />;
  if (runs.data.length === 0) {
    return <EmptyState title={t("office-people.importPage.noPast")} hint={t("office-people.importPage.noPastHint")} />;
  }
  return (
    <ul className="divide-y divide-line">
      {runs.data.map((run) => (
        <RunLine key={run.id} run={run} />
      ))}
    </ul>
  );
}

function RunLine({ run }: { run: ImportOverview }) {
  const t = useTranslations("office-people.importPage");
  const counts =
    run.state === "previewed"
      ? t("runCounts", { total: run.rowsTotal, bad: run.rowsBad })
      : t("runDone", { done: run.rowsDone });
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3 first:pt-1 last:pb-0">
      <Link
        href={`/office/people/imports/${run.id}`}
        className="min-w-40 flex-1 font-medium break-all hover:text-brand-strong"
      >
        {run.fileName}
      </Link>
      <span className="text-ink-soft">{counts}</span>
      <ImportStateWord state={run.state} />
      <span className="text-[13px] text-ink-soft">
        {t("by", { name: run.startedByName })}
        <RelativeTime value={run.createdAt} />
      </span>
    </li>
  );
}
