"use client";

import { SwapOutlined, UploadOutlined, UserAddOutlined } from "@ant-design/icons";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import { LoadingState } from "@zhibu/ui/loading-state";
import { PageHeader } from "@zhibu/ui/page-header";
import { Panel } from "@zhibu/ui/panel";
import { ButtonLink } from "../../../components/button-link.tsx";
import { QueryError } from "../../../components/query-error.tsx";
import { useTRPC } from "../../../trpc/client.tsx";
import { ConcernTabs } from "./concern-tabs.tsx";
import { peopleInput, usePeopleState, type ChangePeople, type PeopleState } from "./list-state.ts";
import { NoPeople } from "./no-people.tsx";
import { OnlyYou } from "./only-you.tsx";
import { PeopleFilters } from "./people-filters.tsx";
import { PeopleTable } from "./people-table.tsx";
import { WaitingNotice } from "./waiting-notice.tsx";

function usePeople(state: PeopleState) {
  return useInfiniteQuery(
    useTRPC().office.people.list.infiniteQueryOptions(peopleInput(state), {
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  );
}

/** Everybody with an account, and whom the office has to look after. */
export function OfficePeopleScreen() {
  const t = useTranslations("office-people");
  const [state, change] = usePeopleState();
  const people = usePeople(state);
  const counts = useQuery(useTRPC().office.people.counts.queryOptions());
  const manages = people.data?.pages[0]?.can.manage === true;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={counts.data ? t("lead", { count: counts.data.all }) : t("leadEmpty")}
        actions={
          manages && (
            <>
              <ButtonLink href="/office/people/hand-over" icon={<SwapOutlined aria-hidden />}>
                {t("handOver")}
              </ButtonLink>
              <ButtonLink href="/office/people/imports" icon={<UploadOutlined aria-hidden />}>
                {t("import")}
              </ButtonLink>
              <ButtonLink type="primary" href="/office/people/new" icon={<UserAddOutlined aria-hidden />}>
                {t("invite")}
              </ButtonLink>
            </>
          )
        }
      />
      {manages && <WaitingNotice />}
      <ConcernTabs counts={counts.data} concern={state.concern} onChange={(concern) => void change({ concern })} />
      <PeopleFilters state={state} change={change} />
      <Panel flush>
        <People people={people} state={state} change={change} />
        {manages && counts.data?.all === 1 && <OnlyYou />}
      </Panel>
    </>
  );
}

type PeopleProps = { people: ReturnType<typeof usePeople>; state: PeopleState; change: ChangePeople };

function People({ people, state, change }: PeopleProps) {
  const t = useTranslations();
  if (people.isPending) return <LoadingState label={t("common.loading")} rows={8} />;
  if (people.isError) return <QueryError error={people.error} onRetry={() => void people.refetch()} />;
  const items = people.data.pages.flatMap((page) => page.items);
  const [first] = people.data.pages;
  if (items.length === 0 || !first) return <NoPeople state={state} onReset={() => void change(null)} />;
  return (
    <div aria-busy={people.isPlaceholderData} className={people.isPlaceholderData ? "opacity-60" : undefined}>
      <PeopleTable items={items} today={first.today} />
      {people.hasNextPage && (
        <div className="border-t border-line p-3 text-center">
          <Button onClick={() => void people.fetchNextPage()} loading={people.isFetchingNextPage}>
            {t("office-people.more")}
          </Button>
        </div>
      )}
    </div>
  );
}
