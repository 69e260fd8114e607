"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { useState } from "react";
import { LoadingState } from "@zhibu/ui/loading-state";
import { ButtonLink } from "../../components/button-link.tsx";
import { QueryError } from "../../components/query-error.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { useErrorText } from "../../trpc/use-error-text.ts";
import { ArticleStateWord } from "../articles/article-state-word.tsx";
import { fullMomentText } from "../articles/format-time.ts";

const ReasonDialog = dynamic(() => import("../articles/actions/reason-dialog.tsx").then((file) => file.ReasonDialog), {
  ssr: false,
});

/** What stands behind the address, and the button that takes it away from readers. */
export function FoundArticle({ address }: { address: string }) {
  const t = useTranslations("office-take-downs.find");
  const common = useTranslations("common");
  const { message } = App.useApp();
  const errorText = useErrorText();
  const [isAsking, setAsking] = useState(false);
  const trpc = useTRPC();
  const queries = useQueryClient();
  const found = useQuery(trpc.office.takeDowns.find.queryOptions({ address }));
  const takeDown = useMutation(
    trpc.articles.withdraw.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.office.takeDowns.pathKey() }),
      onError: (error) => void message.error(errorText(error)),
      onSuccess: () => {
        setAsking(false);
        void message.success(t("done"));
      },
    }),
  );
  if (found.isPending) return <LoadingState label={common("loading")} rows={1} />;
  if (found.isError) return <QueryError error={found.error} onRetry={() => void found.refetch()} />;
  const { articleId, version, branch, title, visibility, publishedAt } = found.data;
  return (
    <div className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-3 rounded-md border border-line px-4 py-3">
      <div className="min-w-0 flex-1 basis-72">
        <h3 className="flex flex-wrap items-center gap-2 text-[15px] font-medium">
          <span className="min-w-0 break-words">{title}</span>
          <ArticleStateWord visibility={visibility} workState={null} />
        </h3>
        <p className="mt-0.5 text-[13px] text-ink-soft">
          {branch.name}
          {publishedAt !== null && ` · ${t("published", { at: fullMomentText(publishedAt) })}`}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <ButtonLink href={`/${branch.slug}/review/${articleId}`}>{t("read")}</ButtonLink>
        {visibility === "live" && (
          <Button danger onClick={() => setAsking(true)}>
            {t("takeDown")}
          </Button>
        )}
      </div>
      {isAsking && (
        <ReasonDialog
          open
          title={t("dialog.title", { title })}
          lead={t("dialog.lead", { branch: branch.name })}
          label={t("dialog.label")}
          confirmLabel={t("takeDown")}
          danger
          pending={takeDown.isPending}
          onClose={() => setAsking(false)}
          onConfirm={(reason) => takeDown.mutate({ branch: branch.slug, articleId, version, reason })}
        />
      )}
    </div>
  );
}
