"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { LoadingState } from "@zhibu/ui/loading-state";
import { PageHeader } from "@zhibu/ui/page-header";
import { Panel } from "@zhibu/ui/panel";
import { QueryError } from "../../components/query-error.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { NewArticleButton } from "../articles/actions/new-article-button.tsx";
import { MonthChart } from "./month-chart.tsx";
import { MonthFigures } from "./month-figures.tsx";
import { PublicityFigures } from "./publicity-figures.tsx";
import { RecentList } from "./recent-list.tsx";
import { WaitingList } from "./waiting-list.tsx";

/** How the branch stands this month, and what waits for whom. */
export function DashboardScreen({ branch }: { branch: string }) {
  const t = useTranslations("dashboard");
  const overview = useQuery(useTRPC().branch.overview.queryOptions({ branch }));
  const mayWrite = overview.data?.abilities.includes("article:create") ?? false;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={overview.data?.branch.name}
        actions={mayWrite && <NewArticleButton branch={branch} />}
      />
      <DashboardPanels branch={branch} showsPublicity={overview.data?.abilities.includes("publicity:read") ?? false} />
    </>
  );
}

function DashboardPanels({ branch, showsPublicity }: { branch: string; showsPublicity: boolean }) {
  const t = useTranslations();
  const dashboard = useQuery(useTRPC().desk.dashboard.queryOptions({ branch }));
  if (dashboard.isPending) return <LoadingState label={t("common.loading")} />;
  if (dashboard.isError) {
    return (
      <Panel>
        <QueryError error={dashboard.error} onRetry={() => void dashboard.refetch()} />
      </Panel>
    );
  }
  const { data } = dashboard;
  return (
    <>
      <MonthFigures data={data} />
      {showsPublicity && <PublicityFigures branch={branch} />}
      <div className="grid gap-x-4 md:grid-cols-2">
        <Panel title={t("dashboard.waiting.title")} description={t("dashboard.waiting.lead")} flush>
          <WaitingList branch={branch} waiting={data.waiting} />
        </Panel>
        <Panel
          title={t("dashboard.months.title")}
          description={t("dashboard.months.lead", { due: data.monthlyItemsDue })}
        >
          <MonthChart months={data.months} due={data.monthlyItemsDue} />
        </Panel>
      </div>
      <Panel title={t("dashboard.recent.title")} flush>
        <RecentList branch={branch} recent={data.recent} />
      </Panel>
    </>
  );
}
