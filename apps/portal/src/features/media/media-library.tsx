"use client";

import { Button } from "antd";
import { useTranslations } from "next-intl";
import type { MediaItem } from "@zhibu/core/media/media-item";
import { EmptyState } from "@zhibu/ui/empty-state";
import { LoadingState } from "@zhibu/ui/loading-state";
import { Panel } from "@zhibu/ui/panel";
import { QueryError } from "../../components/query-error.tsx";
import { AttachmentRow } from "./attachment-row.tsx";
import { type MediaFilter, useMediaPages } from "./media-query.ts";
import { PictureCard } from "./picture-card.tsx";

type MediaLibraryProps = {
  branch: string;
  filter: MediaFilter;
  /** Ids chosen so far, where items are chosen. */
  selected?: ReadonlySet<string>;
  onItem: (item: MediaItem) => void;
  canUpload: boolean;
  onClearSearch: () => void;
};

/** Pictures as a grid or attachments as a list, page after page; for the media screen and for choosing. */
export function MediaLibrary({ branch, filter, selected, onItem, canUpload, onClearSearch }: MediaLibraryProps) {
  const t = useTranslations();
  const pages = useMediaPages(branch, filter);
  if (pages.isPending) {
    return (
      <Panel flush>
        <LoadingState label={t("common.loading")} />
      </Panel>
    );
  }
  // A later page that didn't come takes nothing away from those that did.
  if (pages.isError && !pages.isFetchNextPageError) {
    return (
      <Panel>
        <QueryError error={pages.error} onRetry={() => void pages.refetch()} />
      </Panel>
    );
  }
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) {
    return (
      <Panel>
        <Nothing filter={filter} canUpload={canUpload} onClearSearch={onClearSearch} />
      </Panel>
    );
  }
  const choice = (item: MediaItem) => (selected === undefined ? {} : { selected: selected.has(item.id) });
  return (
    <div className="@container">
      {filter.kind === "picture" ? (
        <ul
          aria-label={t("media.grid")}
          className="grid grid-cols-2 gap-3 @lg:grid-cols-3 @2xl:grid-cols-4 @4xl:grid-cols-5"
        >
          {items.map((item) => (
            <li key={item.id}>
              <PictureCard branch={branch} item={item} {...choice(item)} onClick={() => onItem(item)} />
            </li>
          ))}
        </ul>
      ) : (
        <ul
          aria-label={t("media.list")}
          className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface"
        >
          {items.map((item) => (
            <li key={item.id}>
              <AttachmentRow item={item} {...choice(item)} onClick={() => onItem(item)} />
            </li>
          ))}
        </ul>
      )}
      <div className="mt-4 text-center text-[13px] text-ink-soft">
        {pages.isFetchNextPageError && <QueryError error={pages.error} onRetry={() => void pages.fetchNextPage()} />}
        {pages.hasNextPage && !pages.isFetchNextPageError ? (
          <Button onClick={() => void pages.fetchNextPage()} loading={pages.isFetchingNextPage}>
            {t("media.more")}
          </Button>
        ) : (
          items.length > 10 && t("media.all")
        )}
      </div>
    </div>
  );
}

type NothingProps = Pick<MediaLibraryProps, "filter" | "canUpload" | "onClearSearch">;

function Nothing({ filter, canUpload, onClearSearch }: NothingProps) {
  const t = useTranslations("media");
  if (filter.search !== "") {
    return (
      <EmptyState
        title={t("empty.search")}
        hint={t("empty.searchHint")}
        action={<Button onClick={onClearSearch}>{t("clearSearch")}</Button>}
      />
    );
  }
  return (
    <EmptyState
      title={t(`empty.${filter.kind}`)}
      hint={t(canUpload ? `empty.${filter.kind}Hint` : "empty.readOnlyHint")}
    />
  );
}
