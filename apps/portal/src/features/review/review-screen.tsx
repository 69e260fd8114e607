"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { LoadingState } from "@zhibu/ui/loading-state";
import { Panel } from "@zhibu/ui/panel";
import { QueryError } from "../../components/query-error.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { ReviewDesk } from "./review-desk.tsx";

type ReviewScreenProps = { branch: string; articleId: string; siteOrigin: string };

/** Loads what a reviewer decides by. */
export function ReviewScreen({ branch, articleId, siteOrigin }: ReviewScreenProps) {
  const t = useTranslations("common");
  const review = useQuery(useTRPC().articles.review.queryOptions({ branch, articleId }));
  if (review.isPending) return <LoadingState label={t("loading")} rows={8} />;
  if (review.data === undefined) {
    return (
      <Panel>
        <QueryError error={review.error} onRetry={() => void review.refetch()} />
      </Panel>
    );
  }
  return <ReviewDesk branch={branch} data={review.data} siteOrigin={siteOrigin} />;
}
