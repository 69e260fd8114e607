"use client";

import { useQuery } from "@tanstack/react-query";
import { Drawer } from "antd";
import { useTranslations } from "next-intl";
import { LoadingState } from "@zhibu/ui/loading-state";
import { QueryError } from "../../../components/query-error.tsx";
import { useTRPC } from "../../../trpc/client.tsx";
import { ArticlePaper } from "../../articles/reading/article-paper.tsx";

type OfferPreviewProps = { branch: string; pushId: string; onClose: () => void };

/** The text an offer would bring; its pictures come with it once it is accepted. */
export function OfferPreview({ branch, pushId, onClose }: OfferPreviewProps) {
  const t = useTranslations();
  const preview = useQuery(useTRPC().pushes.preview.queryOptions({ branch, pushId }));
  return (
    <Drawer open onClose={onClose} title={t("pushes.offers.previewTitle")} size="min(100vw, 760px)">
      {preview.isPending && <LoadingState label={t("common.loading")} rows={8} />}
      {preview.isError && <QueryError error={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.data && (
        <>
          <ArticlePaper branch={branch} article={{ ...preview.data, pictures: [], attachments: [] }} />
          {preview.data.pictureCount > 0 && (
            <p className="mt-4 text-ink-soft">
              {t("pushes.offers.previewPictures", { count: preview.data.pictureCount })}
            </p>
          )}
        </>
      )}
    </Drawer>
  );
}
