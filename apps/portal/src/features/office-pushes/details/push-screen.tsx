"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { LoadingState } from "@zhibu/ui/loading-state";
import { Notice } from "@zhibu/ui/notice";
import { PageHeader } from "@zhibu/ui/page-header";
import { Panel } from "@zhibu/ui/panel";
import { StatusWord } from "@zhibu/ui/status-word";
import { QueryError } from "../../../components/query-error.tsx";
import { useTRPC } from "../../../trpc/client.tsx";
import { fullMomentText } from "../../articles/format-time.ts";
import { baselineColumnName } from "../../pushes/column-name.ts";
import { CopiesPanel } from "./copies-panel.tsx";
import type { OriginOf } from "./origin-of.ts";
import { PushActions } from "./push-actions.tsx";
import { isUnderWay, StandingNotice } from "./standing-notice.tsx";

type PushScreenProps = { pushId: string; originOf: OriginOf };

/** One push: what was sent, how it stands in each branch, and taking it back. */
export function PushScreen({ pushId, originOf }: PushScreenProps) {
  const t = useTranslations();
  const push = useQuery(
    useTRPC().office.pushes.get.queryOptions(
      { pushId },
      // While it is being delivered, the counts move by themselves.
      { refetchInterval: ({ state }) => (state.data !== undefined && isUnderWay(state.data) ? 1_500 : false) },
    ),
  );
  if (push.isPending) return <LoadingState label={t("common.loading")} rows={6} />;
  if (push.isError) {
    return (
      <Panel>
        <QueryError error={push.error} onRetry={() => void push.refetch()} />
      </Panel>
    );
  }
  const { data } = push;
  return (
    <>
      <PageHeader
        title={data.title}
        description={
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <StatusWord tone="brand">{t(`office-pushes.mode.${data.mode}.word`)}</StatusWord>
            {data.state === "recalled" && <StatusWord tone="bad">{t("office-pushes.recalled")}</StatusWord>}
            <span>
              {t("office-pushes.details.about", {
                name: data.createdByName,
                time: fullMomentText(data.createdAt),
                column: baselineColumnName(data.columnKey),
              })}
            </span>
          </span>
        }
        actions={<PushActions push={data} />}
      />
      <div className="mb-4 space-y-2">
        <StandingNotice push={data} />
        {data.note !== "" && <Notice>{t("office-pushes.details.note", { note: data.note })}</Notice>}
      </div>
      <CopiesPanel push={data} originOf={originOf} />
    </>
  );
}
