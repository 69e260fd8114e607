"use client";

import { PlusOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import { EmptyState } from "@zhibu/ui/empty-state";
import { LoadingState } from "@zhibu/ui/loading-state";
import { PageHeader } from "@zhibu/ui/page-header";
import { Panel } from "@zhibu/ui/panel";
import { ButtonLink } from "../../components/button-link.tsx";
import { QueryError } from "../../components/query-error.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { BranchFilters } from "./branch-filters.tsx";
import { BranchTable } from "./branch-table.tsx";
import { inputOf, useListState, type ListState } from "./list-state.ts";
import { SavedViews } from "./saved-views.tsx";

function useBranches(state: ListState) {
  return useInfiniteQuery(
    useTRPC().office.branches.list.infiniteQueryOptions(inputOf(state), {
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      // While another order is on its way the list stays, so that nothing jumps.
      placeholderData: (before) => before,
    }),
  );
}

/** Every branch with what the office has to look after. */
export function BranchesScreen() {
  const t = useTranslations("office-branches");
  const [state, change] = useListState();
  const branches = useBranches(state);
  const first = branches.data?.pages[0];
  return (
    <>
      <PageHeader
        title={t("title")}
        {...(first?.summary ? { description: t("summary", first.summary) } : {})}
        actions={
          first?.can.manage === true && (
            <ButtonLink type="primary" href="/office/branches/new" icon={<PlusOutlined aria-hidden />}>
              {t("open")}
            </ButtonLink>
          )
        }
      />
      <SavedViews />
      <BranchFilters state={state} change={change} />
      <Panel flush>
        <Branches branches={branches} state={state} change={change} />
      </Panel>
    </>
  );
}

type BranchesProps = {
  branches: ReturnType<typeof useBranches>;
  state: ListState;
  change: ReturnType<typeof useListState>[1];
};

function Branches({ branches, state, change }: BranchesProps) {
  const t = useTranslations();
  if (branches.isPending) return <LoadingState label={t("common.loading")} rows={8} />;
  if (branches.isError) return <QueryError error={branches.error} onRetry={() => void branches.refetch()} />;
  const items = branches.data.pages.flatMap((page) => page.items);
  const rules = branches.data.pages[0]?.rules;
  if (items.length === 0 || !rules) return <NoBranches state={state} onReset={() => void change(null)} />;
  return (
    <div aria-busy={branches.isPlaceholderData} className={branches.isPlaceholderData ? "opacity-60" : undefined}>
      <BranchTable items={items} rules={rules} state={state} change={change} />
      {branches.hasNextPage && (
        <div className="border-t border-line p-3 text-center">
          <Button onClick={() => void branches.fetchNextPage()} loading={branches.isFetchingNextPage}>
            {t("office-branches.more")}
          </Button>
        </div>
      )}
    </div>
  );
}

function NoBranches({ state, onReset }: { state: ListState; onReset: () => void }) {
  const t = useTranslations("office-branches");
  const narrowed = state.search !== "" || state.state !== "current" || state.kind !== "all" || state.overdue;
  if (!narrowed) {
    return (
      <EmptyState
        title={t("empty.title")}
        hint={t("empty.hint")}
        action={
          <ButtonLink type="primary" href="/office/branches/new">
            {t("open")}
          </ButtonLink>
        }
      />
    );
  }
  return (
    <EmptyState
      title={t("empty.filtered")}
      hint={t("empty.filteredHint")}
      action={<Button onClick={onReset}>{t("empty.reset")}</Button>}
    />
  );
}
