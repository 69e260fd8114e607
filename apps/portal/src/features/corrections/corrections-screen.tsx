"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { correctionTabs } from "@zhibu/domain/baseline/baseline-inputs";
import { EmptyState } from "@zhibu/ui/empty-state";
import { LoadingState } from "@zhibu/ui/loading-state";
import { PageHeader } from "@zhibu/ui/page-header";
import { Panel } from "@zhibu/ui/panel";
import { QueryError } from "../../components/query-error.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { CorrectionRow } from "./correction-row.tsx";

/** 待更正: texts of the branch that still say what the college no longer says. */
export function CorrectionsScreen({ branch }: { branch: string }) {
  const t = useTranslations();
  const [tab, setTab] = useState<(typeof correctionTabs)[number]>("open");
  const tasks = useInfiniteQuery(
    useTRPC().corrections.list.infiniteQueryOptions(
      { branch, tab },
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
    ),
  );
  const items = tasks.data?.pages.flatMap((page) => page.items) ?? [];
  const counts = tasks.data?.pages[0]?.counts;
  return (
    <>
      <PageHeader title={t("corrections.title")} description={t("corrections.lead")} />
      <div role="tablist" aria-label={t("corrections.title")} className="mb-3 flex gap-1 border-b border-line">
        {correctionTabs.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            aria-selected={tab === each}
            onClick={() => setTab(each)}
            className="-mb-px min-h-10 border-b-2 border-transparent px-3 text-ink-soft aria-selected:border-brand aria-selected:font-medium aria-selected:text-brand-strong"
          >
            {t(`corrections.tab.${each}`)}
            {counts && counts[each] > 0 && <span className="ml-1.5 text-[13px]">{counts[each]}</span>}
          </button>
        ))}
      </div>
      <Panel flush>
        {tasks.isPending && <LoadingState label={t("common.loading")} rows={5} />}
        {tasks.isError && (
          <div className="px-4 pb-4 md:px-5">
            <QueryError error={tasks.error} onRetry={() => void tasks.refetch()} />
          </div>
        )}
        {tasks.data && items.length === 0 && (
          <EmptyState title={t(`corrections.empty.${tab}`)} hint={t(`corrections.emptyHint.${tab}`)} />
        )}
        <ul className="-mt-3 divide-y divide-line">
          {items.map((item) => (
            <CorrectionRow key={item.id} branch={branch} item={item} />
          ))}
        </ul>
        {tasks.hasNextPage && (
          <div className="border-t border-line px-4 py-3 text-center">
            <Button onClick={() => void tasks.fetchNextPage()} loading={tasks.isFetchingNextPage}>
              {t("corrections.more")}
            </Button>
          </div>
        )}
      </Panel>
    </>
  );
}
