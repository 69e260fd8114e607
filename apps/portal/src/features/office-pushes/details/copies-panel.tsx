"use client";

import { useInfiniteQuery, useIsFetching, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { copyStates } from "@zhibu/domain/articles/push/push-names";
import { EmptyState } from "@zhibu/ui/empty-state";
import { LoadingState } from "@zhibu/ui/loading-state";
import { Panel } from "@zhibu/ui/panel";
import { QueryError } from "../../../components/query-error.tsx";
import { SearchBox } from "../../../components/search-box.tsx";
import { useTRPC } from "../../../trpc/client.tsx";
import type { CopyItem, PushDetails } from "../../pushes/push-data.ts";
import { CopyPage } from "./copy-page.tsx";
import type { OriginOf } from "./origin-of.ts";

type CopiesPanelProps = { push: PushDetails; originOf: OriginOf };

function hasWaiting({ items }: { items: readonly CopyItem[] }): boolean {
  return items.some((item) => item.state === "waiting");
}

/** The status matrix: one line a branch, from the rows and from what readers really get. */
export function CopiesPanel({ push, originOf }: CopiesPanelProps) {
  const t = useTranslations();
  const { office } = useTRPC();
  const queries = useQueryClient();
  const [{ state, search }, setFilter] = useQueryStates({
    state: parseAsStringLiteral(copyStates),
    search: parseAsString.withDefault(""),
  });
  const isMoving = push.state === "active" && push.mode !== "optional";
  const copies = useInfiniteQuery(
    office.pushes.copies.infiniteQueryOptions(
      { pushId: push.id, ...(state === null ? {} : { state }), ...(search === "" ? {} : { search }) },
      {
        getNextPageParam: (page) => page.nextCursor ?? undefined,
        // As long as a line shown here is on its way, also after the counts say that all have arrived.
        refetchInterval: ({ state: { data } }) => (isMoving && data?.pages.some(hasWaiting) ? 1_500 : false),
      },
    ),
  );
  const isChecking = useIsFetching({ queryKey: office.pushes.check.pathKey() }) > 0;
  const tabs = [null, ...copyStates.filter((each) => each === state || (push.counts[each] ?? 0) > 0)];
  const total = Object.values(push.counts).reduce((sum, count) => sum + count, 0);
  return (
    <Panel
      title={t("office-pushes.matrix.title")}
      description={t("office-pushes.matrix.lead")}
      extra={
        <Button
          loading={isChecking}
          onClick={() => void queries.invalidateQueries({ queryKey: office.pushes.check.pathKey() })}
        >
          {t("office-pushes.matrix.check")}
        </Button>
      }
      flush
    >
      <div className="flex flex-wrap items-center justify-between gap-3 px-4 pb-3 md:px-5">
        <fieldset aria-label={t("office-pushes.matrix.filter")} className="flex flex-wrap gap-1">
          {tabs.map((each) => (
            <button
              key={each ?? "all"}
              type="button"
              aria-pressed={each === state}
              onClick={() => void setFilter({ state: each })}
              className="min-h-8 rounded-md border border-line-strong px-2.5 text-[13px] text-ink-soft aria-pressed:border-brand aria-pressed:bg-brand-soft aria-pressed:font-medium aria-pressed:text-brand-strong"
            >
              {each === null
                ? t("office-pushes.matrix.all", { count: total })
                : t(`office-pushes.count.${each === "waiting" && push.mode !== "optional" ? "delivering" : each}`, {
                    count: push.counts[each] ?? 0,
                  })}
            </button>
          ))}
        </fieldset>
        <SearchBox
          label={t("office-pushes.matrix.search")}
          value={search}
          onChange={(words) => void setFilter({ search: words || null })}
        />
      </div>
      <Copies push={push} originOf={originOf} copies={copies} />
    </Panel>
  );
}

type CopiesQuery = {
  isPending: boolean;
  error: unknown;
  data: { pages: readonly { items: readonly CopyItem[] }[] } | undefined;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  refetch: () => unknown;
  fetchNextPage: () => unknown;
};

function Copies({ push, originOf, copies }: { push: PushDetails; originOf: OriginOf; copies: CopiesQuery }) {
  const t = useTranslations();
  if (copies.isPending) return <LoadingState label={t("common.loading")} />;
  if (copies.data === undefined) return <QueryError error={copies.error} onRetry={() => void copies.refetch()} />;
  if (copies.data.pages.every((page) => page.items.length === 0))
    return <EmptyState title={t("office-pushes.matrix.empty.title")} hint={t("office-pushes.matrix.empty.hint")} />;
  return (
    <>
      {copies.data.pages.map((page) => (
        <CopyPage key={page.items[0]?.branchId} push={push} originOf={originOf} items={page.items} />
      ))}
      {copies.hasNextPage && (
        <div className="border-t border-line p-3 text-center">
          <Button onClick={() => void copies.fetchNextPage()} loading={copies.isFetchingNextPage}>
            {t("office-pushes.more")}
          </Button>
        </div>
      )}
    </>
  );
}
