"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { useCallback, useState } from "react";
import type { ArticleContent } from "@zhibu/domain/articles/article-input";
import { LoadingState } from "@zhibu/ui/loading-state";
import { Panel } from "@zhibu/ui/panel";
import { QueryError } from "../../components/query-error.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { EditorLoading } from "./editor-loading.tsx";

const Workspace = dynamic(() => import("./workspace/workspace.tsx").then((file) => file.Workspace), {
  ssr: false,
  loading: EditorLoading,
});

const LinkedCopy = dynamic(() => import("../pushes/linked-copy/linked-copy.tsx").then((file) => file.LinkedCopy), {
  ssr: false,
  loading: EditorLoading,
});

type EditorScreenProps = { branch: string; articleId: string; userId: string; siteOrigin: string };

/** Loads an article and opens the editor on it; the editor itself comes only when it is needed. */
export function EditorScreen({ branch, articleId, userId, siteOrigin }: EditorScreenProps) {
  const t = useTranslations("common");
  const article = useQuery(useTRPC().articles.forEditing.queryOptions({ branch, articleId }));
  const [opening, setOpening] = useState<{ count: number; restored: ArticleContent | null }>({
    count: 0,
    restored: null,
  });
  const reload = useCallback(
    (restored?: ArticleContent) => setOpening(({ count }) => ({ count: count + 1, restored: restored ?? null })),
    [],
  );
  if (article.isPending) return <LoadingState label={t("loading")} rows={8} />;
  if (article.data === undefined) {
    return (
      <Panel>
        <QueryError error={article.error} onRetry={() => void article.refetch()} />
      </Panel>
    );
  }
  const { follows } = article.data;
  if (follows !== null)
    return <LinkedCopy branch={branch} siteOrigin={siteOrigin} data={{ ...article.data, follows }} />;
  return (
    <Workspace
      key={opening.count}
      branch={branch}
      userId={userId}
      siteOrigin={siteOrigin}
      data={article.data}
      restored={opening.restored}
      onReload={reload}
    />
  );
}
