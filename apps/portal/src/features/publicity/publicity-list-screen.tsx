"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { dayInWords } from "@zhibu/domain/publicity/day-in-words";
import { type PublicityTab, publicityTabs } from "@zhibu/domain/publicity/publicity-tabs";
import { EmptyState } from "@zhibu/ui/empty-state";
import { LoadingState } from "@zhibu/ui/loading-state";
import { PageHeader } from "@zhibu/ui/page-header";
import { Panel } from "@zhibu/ui/panel";
import { StatusWord } from "@zhibu/ui/status-word";
import { QueryError } from "../../components/query-error.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { momentText } from "../articles/format-time.ts";
import { NewPublicityButton } from "./new-publicity-button.tsx";
import type { PublicityItem } from "./publicity-data.ts";
import { PublicityStateWord } from "./publicity-state-word.tsx";

/** The publicity lists of a branch, by where they stand. */
export function PublicityListScreen({ branch }: { branch: string }) {
  const t = useTranslations("publicity");
  const [tab, setTab] = useQueryState("tab", parseAsStringLiteral(publicityTabs).withDefault("all"));
  const lists = usePublicityLists(branch, tab);
  const counts = useQuery(useTRPC().publicity.counts.queryOptions({ branch }));
  const mayPrepare = lists.data?.pages[0]?.can.prepare ?? false;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        actions={mayPrepare && <NewPublicityButton branch={branch} />}
      />
      <nav aria-label={t("tabs")} className="-mx-4 overflow-x-auto border-b border-line px-4 md:mx-0 md:px-0">
        <ul className="flex min-w-max gap-1">
          {publicityTabs.map((each) => (
            <li key={each}>
              <button
                type="button"
                ref={each === tab ? bringIntoView : undefined}
                aria-current={each === tab ? "true" : undefined}
                onClick={() => void setTab(each)}
                className="min-h-10 border-b-2 border-transparent px-3 py-2 text-ink-soft -outline-offset-2! hover:text-ink aria-[current]:border-brand aria-[current]:font-semibold aria-[current]:text-brand-strong"
              >
                {t(`tab.${each}`)}
                {counts.data && <span className="text-[13px]">{t("count", { count: counts.data[each] })}</span>}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <div className="mt-3">
        <Panel flush>
          <Lists branch={branch} tab={tab} lists={lists} />
        </Panel>
      </div>
    </>
  );
}

/** On a telephone the tabs don't all fit; who came by a link sees which one is open. */
function bringIntoView(tab: HTMLButtonElement | null): void {
  const row = tab?.closest("nav");
  if (!tab || !row) return;
  const [inner, outer] = [tab.getBoundingClientRect(), row.getBoundingClientRect()];
  // Not `scrollIntoView`, which also moves the place the Tab key goes on from.
  row.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2;
}

function usePublicityLists(branch: string, tab: PublicityTab) {
  return useInfiniteQuery(
    useTRPC().publicity.list.infiniteQueryOptions(
      { branch, tab },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  );
}

type ListsProps = { branch: string; tab: PublicityTab; lists: ReturnType<typeof usePublicityLists> };

function Lists({ branch, tab, lists }: ListsProps) {
  const t = useTranslations();
  if (lists.isPending) return <LoadingState label={t("common.loading")} />;
  if (lists.isError) return <QueryError error={lists.error} onRetry={() => void lists.refetch()} />;
  const items = lists.data.pages.flatMap((page) => page.items);
  const now = lists.data.pages[0]?.now ?? new Date(0);
  if (items.length === 0) {
    return <EmptyState title={t(`publicity.empty.${tab}`)} hint={t("publicity.empty.hint")} />;
  }
  return (
    <>
      <ul className="-mt-3 divide-y divide-line">
        {items.map((item) => (
          <ListRow key={item.id} branch={branch} item={item} now={now} />
        ))}
      </ul>
      {lists.hasNextPage && (
        <div className="border-t border-line p-3 text-center">
          <Button onClick={() => void lists.fetchNextPage()} loading={lists.isFetchingNextPage}>
            {t("publicity.more")}
          </Button>
        </div>
      )}
    </>
  );
}

function ListRow({ branch, item, now }: { branch: string; item: PublicityItem; now: Date }) {
  const t = useTranslations("publicity");
  const { id, title, state, typeName, lastDay, plannedStartAt, openObjections, provisional } = item;
  return (
    <li>
      <Link
        href={`/${branch}/publicity/${id}`}
        className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 hover:bg-neutral-soft md:px-5"
      >
        <span className="min-w-0 flex-1 basis-64">
          <span className="block font-medium break-words">{title || t("untitled")}</span>
          <span className="text-[13px] text-ink-soft">{typeName}</span>
        </span>
        {openObjections > 0 && <StatusWord tone="bad">{t("openObjections", { count: openObjections })}</StatusWord>}
        <span className="text-[13px] text-ink-soft md:w-56 md:text-right">
          {state === "signed" && plannedStartAt && t("startsOn", { time: momentText(plannedStartAt, now) })}
          {state === "running" &&
            lastDay &&
            t(provisional ? "untilProvisional" : "until", { day: dayInWords(lastDay) })}
          {(state === "ended" || state === "stated") && lastDay && t("endedOn", { day: dayInWords(lastDay) })}
        </span>
        <PublicityStateWord state={state} />
      </Link>
    </li>
  );
}
