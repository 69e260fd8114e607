"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ImportOverview } from "@zhibu/core/tenancy/people-import/get-import";
import { LoadingState } from "@zhibu/ui/loading-state";
import { Panel } from "@zhibu/ui/panel";
import { QueryError } from "../../../components/query-error.tsx";
import { useTRPC } from "../../../trpc/client.tsx";
import { ImportRowTable } from "./import-row-table.tsx";

const shows = ["bad", "all", "good"] as const;
type Show = (typeof shows)[number];

/** The file's rows, those with something wrong first. */
export function ImportRows({ run }: { run: ImportOverview }) {
  const t = useTranslations("office-people.importRun");
  const [show, setShow] = useState<Show>(run.rowsBad > 0 ? "bad" : "all");
  const counts: Record<Show, number> = { bad: run.rowsBad, all: run.rowsTotal, good: run.rowsToTake };
  return (
    <>
      <fieldset aria-label={t("show.label")} className="mb-3 flex flex-wrap gap-1">
        {shows.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === show}
            onClick={() => setShow(each)}
            className="min-h-10 rounded-md px-3 text-ink-soft transition-colors hover:bg-neutral-soft hover:text-ink aria-pressed:bg-brand-soft aria-pressed:font-medium aria-pressed:text-brand-strong md:min-h-8.5"
          >
            {t(`show.${each}`, { count: counts[each] })}
          </button>
        ))}
      </fieldset>
      <Panel flush>
        <Rows importId={run.id} show={show} />
      </Panel>
    </>
  );
}

function Rows({ importId, show }: { importId: string; show: Show }) {
  const t = useTranslations();
  const rows = useInfiniteQuery(
    useTRPC().office.imports.rows.infiniteQueryOptions(
      { importId, show, limit: 50 },
      {
        getNextPageParam: (page) => page.nextCursor ?? undefined,
        placeholderData: keepPreviousData,
      },
    ),
  );
  if (rows.isPending) return <LoadingState label={t("common.loading")} rows={6} />;
  if (rows.isError) return <QueryError error={rows.error} onRetry={() => void rows.refetch()} />;
  const items = rows.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <p className="px-5 pb-4 text-ink-soft">{t("office-people.importRun.noRows")}</p>;
  return (
    <div aria-busy={rows.isPlaceholderData} className={rows.isPlaceholderData ? "opacity-60" : undefined}>
      <ImportRowTable rows={items} />
      {rows.hasNextPage && (
        <div className="border-t border-line p-3 text-center">
          <Button onClick={() => void rows.fetchNextPage()} loading={rows.isFetchingNextPage}>
            {t("office-people.importRun.more")}
          </Button>
        </div>
      )}
    </div>
  );
}
