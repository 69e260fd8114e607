"use client";

import { useQuery } from "@tanstack/react-query";
import { Tabs } from "antd";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useState } from "react";
import type { MediaItem } from "@zhibu/core/media/media-item";
import { mediaKinds } from "@zhibu/domain/media/file-formats";
import { PageHeader } from "@zhibu/ui/page-header";
import { SearchBox } from "../../components/search-box.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { MediaLibrary } from "./media-library.tsx";
import { useMediaPages, useRefreshMedia } from "./media-query.ts";
import { UploadArea } from "./upload-area.tsx";

const MediaDetails = dynamic(() => import("./media-details.tsx").then((file) => file.MediaDetails), { ssr: false });

/** The branch's library: upload, find, describe, and see where each file is used. */
export function MediaScreen({ branch }: { branch: string }) {
  const t = useTranslations("media");
  const refresh = useRefreshMedia();
  const [filter, setFilter] = useQueryStates({
    kind: parseAsStringLiteral(mediaKinds).withDefault("picture"),
    search: parseAsString.withDefault(""),
  });
  const [opened, setOpened] = useState<MediaItem | null>(null);
  const current = useFreshItem(branch, filter, opened);
  const overview = useQuery(useTRPC().branch.overview.queryOptions({ branch }));
  const canUpload = overview.data?.abilities.includes("media:upload") ?? false;

  function arrived(item: MediaItem): void {
    refresh();
    void setFilter({ kind: item.kind, search: null });
  }

  return (
    <>
      <PageHeader title={t("title")} description={t("lead")} />
      {canUpload && <UploadArea branch={branch} onUploaded={arrived} />}
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <Tabs
          activeKey={filter.kind}
          onChange={(key) => void setFilter({ kind: mediaKinds.find((kind) => kind === key) ?? null })}
          items={mediaKinds.map((kind) => ({ key: kind, label: t(`kind.${kind}`) }))}
        />
        <SearchBox
          label={t("search")}
          value={filter.search}
          onChange={(search) => void setFilter({ search: search || null })}
        />
      </div>
      <MediaLibrary
        branch={branch}
        filter={filter}
        onItem={setOpened}
        canUpload={canUpload}
        onClearSearch={() => void setFilter({ search: null })}
      />
      {current !== null && <MediaDetails branch={branch} item={current} onClose={() => setOpened(null)} />}
    </>
  );
}

/** The opened item as the list has it now: after a save, or somebody else's, with its new version. */
function useFreshItem(
  branch: string,
  filter: Parameters<typeof useMediaPages>[1],
  opened: MediaItem | null,
): MediaItem | null {
  const pages = useMediaPages(branch, filter);
  if (opened === null) return null;
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return items.find((item) => item.id === opened.id) ?? opened;
}
