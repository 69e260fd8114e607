"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import { EmptyState } from "@zhibu/ui/empty-state";
import { LoadingState } from "@zhibu/ui/loading-state";
import { QueryError } from "../../../components/query-error.tsx";
import { useTRPC } from "../../../trpc/client.tsx";
import { NewArticleButton } from "../actions/new-article-button.tsx";
import { ArticleRow } from "./article-row.tsx";
import type { ListState } from "./list-state.ts";

type ArticleRowsProps = { branch: string; state: ListState; mayWrite: boolean };

function useArticles(branch: string, { tab, column, search }: ListState) {
  const input = { branch, tab, ...(column ? { columnId: column } : {}), ...(search ? { search } : {}) };
  return useInfiniteQuery(
    useTRPC().articles.list.infiniteQueryOptions(input, { getNextPageParam: (page) => page.nextCursor ?? undefined }),
  );
}

/** The chosen articles, newest change first, as far as somebody wants to scroll. */
export function ArticleRows({ branch, state, mayWrite }: ArticleRowsProps) {
  const t = useTranslations();
  const articles = useArticles(branch, state);
  if (articles.isPending) return <LoadingState label={t("common.loading")} />;
  if (articles.isError) return <QueryError error={articles.error} onRetry={() => void articles.refetch()} />;
  const items = articles.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <NoArticles branch={branch} state={state} mayWrite={mayWrite} />;
  return (
    <>
      <ul className="-mt-3 divide-y divide-line">
        {items.map((article) => (
          <ArticleRow key={article.id} branch={branch} article={article} />
        ))}
      </ul>
      {articles.hasNextPage && (
        <div className="border-t border-line p-3 text-center">
          <Button onClick={() => void articles.fetchNextPage()} loading={articles.isFetchingNextPage}>
            {t("article-list.more")}
          </Button>
        </div>
      )}
    </>
  );
}

function NoArticles({ branch, state, mayWrite }: ArticleRowsProps) {
  const t = useTranslations("article-list.empty");
  if (state.search !== "" || state.column !== "") return <EmptyState title={t("filtered")} hint={t("filteredHint")} />;
  const action = mayWrite && (state.tab === "all" || state.tab === "drafts") && <NewArticleButton branch={branch} />;
  return <EmptyState title={t(`${state.tab}.title`)} hint={t(`${state.tab}.hint`)} action={action || undefined} />;
}
