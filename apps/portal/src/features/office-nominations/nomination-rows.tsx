"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import { EmptyState } from "@zhibu/ui/empty-state";
import { LoadingState } from "@zhibu/ui/loading-state";
import { QueryError } from "../../components/query-error.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { NominationRow } from "./nomination-row.tsx";

/** One tab's proposals, the newest first. */
export function NominationRows({ tab }: { tab: "proposed" | "featured" | "past" }) {
  const t = useTranslations();
  const list = useInfiniteQuery(
    useTRPC().office.nominations.list.infiniteQueryOptions(
      { tab },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  );
  if (list.isPending) return <LoadingState label={t("common.loading")} />;
  if (list.isError) return <QueryError error={list.error} onRetry={() => void list.refetch()} />;
  const items = list.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    return (
      <EmptyState title={t(`office-nominations.empty.${tab}.title`)} hint={t(`office-nominations.empty.${tab}.hint`)} />
    );
  }
  return (
    <>
      <ul className="-mt-3 divide-y divide-line">
        {items.map((item) => (
          <NominationRow key={item.id} item={item} />
        ))}
      </ul>
      {list.hasNextPage && (
        <div className="border-t border-line p-3 text-center">
          <Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
            {t("office-nominations.more")}
          </Button>
        </div>
      )}
    </>
  );
}
