"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ImportOverview } from "@zhibu/core/tenancy/people-import/get-import";
import { LoadingState } from "@zhibu/ui/loading-state";
import { PageHeader } from "@zhibu/ui/page-header";
import { Panel } from "@zhibu/ui/panel";
import { ButtonLink } from "../../../components/button-link.tsx";
import { QueryError } from "../../../components/query-error.tsx";
import { useTRPC } from "../../../trpc/client.tsx";
import { InvitationsPanel } from "../invitations/invitations-panel.tsx";
import { ImportEnded } from "./import-ended.tsx";
import { ImportPreview } from "./import-preview.tsx";
import { ImportProgress } from "./import-progress.tsx";
import { ImportRows } from "./import-rows.tsx";

const askAgainMs = 700;

const titles = {
  previewed: "titlePreview",
  running: "titleRunning",
  done: "titleDone",
  failed: "titleDone",
  cancelled: "titleDone",
} as const satisfies Record<ImportOverview["state"], string>;

/** One file from its preview to its end. */
export function ImportScreen({ importId }: { importId: string }) {
  const t = useTranslations();
  const run = useQuery(
    useTRPC().office.imports.get.queryOptions(
      { importId },
      { refetchInterval: (query) => (query.state.data?.state === "running" ? askAgainMs : false) },
    ),
  );
  if (run.isPending) return <LoadingState label={t("common.loading")} rows={8} />;
  if (run.isError) {
    return (
      <Panel>
        <QueryError error={run.error} onRetry={() => void run.refetch()} />
      </Panel>
    );
  }
  const { state, fileName, unread, now } = run.data;
  return (
    <>
      <PageHeader
        title={t(`office-people.importRun.${titles[state]}`, { file: fileName })}
        actions={<ButtonLink href="/office/people/imports">{t("office-people.importRun.back")}</ButtonLink>}
      />
      {state === "previewed" && <ImportPreview run={run.data} unread={unread} />}
      {state === "running" && <ImportProgress run={run.data} now={now} />}
      {state !== "previewed" && state !== "running" && <ImportEnded run={run.data} />}
      {state === "done" && run.data.rowsDone > 0 && <InvitationsPanel importId={importId} />}
      {state !== "running" && <ImportRows run={run.data} />}
    </>
  );
}
