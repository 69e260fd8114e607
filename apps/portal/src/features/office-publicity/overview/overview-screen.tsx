"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import { EmptyState } from "@zhibu/ui/empty-state";
import { LoadingState } from "@zhibu/ui/loading-state";
import { PageHeader } from "@zhibu/ui/page-header";
import { Panel } from "@zhibu/ui/panel";
import { QueryError } from "../../../components/query-error.tsx";
import { useTRPC } from "../../../trpc/client.tsx";
import { PublicityTabs } from "../publicity-tabs.tsx";
import { type ChangeList, inputOf, type ListState, useListState } from "./list-state.ts";
import { OverviewFilters } from "./overview-filters.tsx";
import { OverviewTable } from "./overview-table.tsx";

function useLists(state: ListState) {
  return useInfiniteQuery(
    useTRPC().office.publicity.list.infiniteQueryOptions(inputOf(state), {
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      // While another order is on its way the list stays, so that nothing jumps.
      placeholderData: (before) => before,
    }),
  );
}

/** 公示总览: the lists of all branches, and how many of them want something. */
export function OverviewScreen() {
  const t = useTranslations("office-publicity");
  const [state, change] = useListState();
  const lists = useLists(state);
  return (
    <>
      <PageHeader title={t("tabs.overview")} description={t("overview.lead")} />
      <PublicityTabs />
      <OverviewFilters counts={lists.data?.pages[0]?.counts ?? null} state={state} change={change} />
      <Panel flush>
        <Lists lists={lists} state={state} change={change} />
      </Panel>
    </>
  );
}

type ListsProps = { lists: ReturnType<typeof useLists>; state: ListState; change: ChangeList };

function Lists({ lists, state, change }: ListsProps) {
  const t = useTranslations();
  if (lists.isPending) return <LoadingState label={t("common.loading")} rows={8} />;
  if (lists.isError) return <QueryError error={lists.error} onRetry={() => void lists.refetch()} />;
  const items = lists.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    const { search, view } = state;
    return (
      <EmptyState
        title={t(search === "" ? `office-publicity.overview.empty.${view}` : "office-publicity.overview.empty.search")}
        {...(search === ""
          ? (view === "running" || view === "all") && { hint: t("office-publicity.overview.empty.hint") }
          : {
              action: (
                <Button onClick={() => void change({ search: null })}>{t("office-publicity.overview.reset")}</Button>
              ),
            })}
      />
    );
  }
  return (
    <div aria-busy={lists.isPlaceholderData} className={lists.isPlaceholderData ? "opacity-60" : undefined}>
      <OverviewTable items={items} state={state} change={change} />
      {lists.hasNextPage && (
        <div className="border-t border-line p-3 text-center">
          <Button onClick={() => void lists.fetchNextPage()} loading={lists.isFetchingNextPage}>
            {t("office-publicity.overview.more")}
          </Button>
        </div>
      )}
    </div>
  );
}
