"use client";

import { PlusOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { useState } from "react";
import { EmptyState } from "@zhibu/ui/empty-state";
import { LoadingState } from "@zhibu/ui/loading-state";
import { PageHeader } from "@zhibu/ui/page-header";
import { Panel } from "@zhibu/ui/panel";
import { QueryError } from "../../components/query-error.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { BannerRow } from "./banner-row.tsx";

const AddBannerDialog = dynamic(() => import("./add-banner-dialog.tsx").then((file) => file.AddBannerDialog), {
  ssr: false,
});

/** Urgent lines on every page of every site: what shows now, what will, and what did. */
export function BannersScreen() {
  const t = useTranslations("office-banners");
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        actions={
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {t("add.button")}
          </Button>
        }
      />
      <Panel flush>
        <BannerRows />
      </Panel>
      {isAdding && <AddBannerDialog onClose={() => setAdding(false)} />}
    </>
  );
}

function BannerRows() {
  const t = useTranslations();
  const banners = useInfiniteQuery(
    useTRPC().office.banners.list.infiniteQueryOptions(
      {},
      // A line begins and ends by itself while the page stays open.
      { getNextPageParam: (page) => page.nextCursor ?? undefined, refetchInterval: 30_000 },
    ),
  );
  if (banners.isPending) return <LoadingState label={t("common.loading")} />;
  if (banners.isError) return <QueryError error={banners.error} onRetry={() => void banners.refetch()} />;
  const items = banners.data.pages.flatMap((page) => page.items);
  if (items.length === 0)
    return <EmptyState title={t("office-banners.empty.title")} hint={t("office-banners.empty.hint")} />;
  return (
    <>
      <ul className="-mt-3 divide-y divide-line">
        {items.map((banner) => (
          <BannerRow key={banner.id} banner={banner} />
        ))}
      </ul>
      {banners.hasNextPage && (
        <div className="border-t border-line p-3 text-center">
          <Button onClick={() => void banners.fetchNextPage()} loading={banners.isFetchingNextPage}>
            {t("office-banners.more")}
          </Button>
        </div>
      )}
    </>
  );
}
