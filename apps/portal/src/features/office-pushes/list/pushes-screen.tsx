"use client";

import { PlusOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import { parseAsString, useQueryState } from "nuqs";
import { EmptyState } from "@zhibu/ui/empty-state";
import { LoadingState } from "@zhibu/ui/loading-state";
import { PageHeader } from "@zhibu/ui/page-header";
import { Panel } from "@zhibu/ui/panel";
import { ButtonLink } from "../../../components/button-link.tsx";
import { QueryError } from "../../../components/query-error.tsx";
import { SearchBox } from "../../../components/search-box.tsx";
import { useTRPC } from "../../../trpc/client.tsx";
import { PushRow } from "./push-row.tsx";

/** Everything the office has sent to branches, newest first. */
export function PushesScreen() {
  const t = useTranslations("office-pushes");
  const [search, setSearch] = useQueryState("search", parseAsString.withDefault(""));
  const send = (
    <ButtonLink href="/office/pushes/new" type="primary" icon={<PlusOutlined />}>
      {t("send")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={t("title")} description={t("lead")} actions={send} />
      <div className="mb-3">
        <SearchBox label={t("search")} value={search} onChange={(words) => void setSearch(words || null)} />
      </div>
      <Panel flush>
        <PushRows search={search} />
      </Panel>
    </>
  );
}

function PushRows({ search }: { search: string }) {
  const t = useTranslations();
  const pushes = useInfiniteQuery(
    useTRPC().office.pushes.list.infiniteQueryOptions(search === "" ? {} : { search }, {
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  );
  if (pushes.isPending) return <LoadingState label={t("common.loading")} />;
  if (pushes.isError) return <QueryError error={pushes.error} onRetry={() => void pushes.refetch()} />;
  const items = pushes.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    const which = search === "" ? "empty" : "filtered";
    return <EmptyState title={t(`office-pushes.${which}.title`)} hint={t(`office-pushes.${which}.hint`)} />;
  }
  return (
    <>
      <ul className="-mt-3 divide-y divide-line">
        {items.map((push) => (
          <PushRow key={push.id} push={push} />
        ))}
      </ul>
      {pushes.hasNextPage && (
        <div className="border-t border-line p-3 text-center">
          <Button onClick={() => void pushes.fetchNextPage()} loading={pushes.isFetchingNextPage}>
            {t("office-pushes.more")}
          </Button>
        </div>
      )}
    </>
  );
}
