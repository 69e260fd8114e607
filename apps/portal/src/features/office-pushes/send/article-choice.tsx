"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import { useEffect, useId, useState } from "react";
import { EmptyState } from "@zhibu/ui/empty-state";
import { LoadingState } from "@zhibu/ui/loading-state";
import { QueryError } from "../../../components/query-error.tsx";
import { SearchBox } from "../../../components/search-box.tsx";
import { useTRPC } from "../../../trpc/client.tsx";
import { dayText } from "../../articles/format-time.ts";
import type { PushableArticle } from "../../pushes/push-data.ts";
import { selectClass } from "./native-select.ts";

type ArticleChoiceProps = {
  originId: string;
  chosen: PushableArticle | null;
  onOrigin: (originId: string) => void;
  onChoose: (article: PushableArticle | null) => void;
};

/** A live article of one site; the office's own site is offered first. */
export function ArticleChoice({ originId, chosen, onOrigin, onChoose }: ArticleChoiceProps) {
  const t = useTranslations("office-pushes.form.article");
  const common = useTranslations("common");
  const selectId = useId();
  const [search, setSearch] = useState("");
  const origins = useQuery(useTRPC().office.pushes.origins.queryOptions());
  const first = origins.data?.[0]?.branchId;
  useEffect(() => {
    if (originId === "" && first !== undefined) onOrigin(first);
  }, [originId, first, onOrigin]);
  if (origins.isPending) return <LoadingState label={common("loading")} rows={3} />;
  if (origins.isError) return <QueryError error={origins.error} onRetry={() => void origins.refetch()} />;
  if (chosen !== null) {
    return (
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 rounded-md border border-brand bg-brand-soft px-4 py-3">
        <p className="min-w-0 flex-1 basis-60">
          <span className="block text-[15px] font-medium break-words">{chosen.title}</span>
          <ArticleFacts article={chosen} />
        </p>
        <Button onClick={() => onChoose(null)}>{t("change")}</Button>
      </div>
    );
  }
  return (
    <>
      <div className="mb-3 grid gap-3 md:grid-cols-[16rem_minmax(0,1fr)] md:items-end">
        <div>
          <label htmlFor={selectId} className="mb-1 block font-medium">
            {t("origin")}
          </label>
          <select
            id={selectId}
            className={selectClass}
            value={originId}
            onChange={(event) => onOrigin(event.target.value)}
          >
            {origins.data.map((site) => (
              <option key={site.branchId} value={site.branchId}>
                {site.name}
              </option>
            ))}
          </select>
        </div>
        <SearchBox label={t("search")} value={search} onChange={setSearch} />
      </div>
      {originId !== "" && <Pushable key={originId} originId={originId} search={search} onChoose={onChoose} />}
    </>
  );
}

function ArticleFacts({ article }: { article: PushableArticle }) {
  const t = useTranslations("office-pushes.form.article");
  const { columnName, publishedAt } = article;
  return (
    <span className="mt-0.5 block text-[13px] text-ink-soft">
      {t("facts", { column: columnName, day: publishedAt === null ? "" : dayText(publishedAt) })}
    </span>
  );
}

type PushableProps = { originId: string; search: string; onChoose: (article: PushableArticle) => void };

function Pushable({ originId, search, onChoose }: PushableProps) {
  const t = useTranslations();
  const articles = useInfiniteQuery(
    useTRPC().office.pushes.pushable.infiniteQueryOptions(
      { originBranchId: originId, ...(search === "" ? {} : { search }) },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  );
  if (articles.isPending) return <LoadingState label={t("common.loading")} rows={3} />;
  if (articles.isError) return <QueryError error={articles.error} onRetry={() => void articles.refetch()} />;
  const items = articles.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    const which = search === "" ? "empty" : "filtered";
    const text = "office-pushes.form.article";
    return <EmptyState title={t(`${text}.${which}.title`)} hint={t(`${text}.${which}.hint`)} />;
  }
  return (
    <ul className="max-h-96 divide-y divide-line overflow-y-auto rounded-md border border-line">
      {items.map((article) => (
        <li key={article.articleId}>
          <button
            type="button"
            onClick={() => onChoose(article)}
            className="block w-full px-4 py-2.5 text-left -outline-offset-2! hover:bg-ground"
          >
            <span className="block break-words">{article.title}</span>
            <ArticleFacts article={article} />
          </button>
        </li>
      ))}
      {articles.hasNextPage && (
        <li className="p-2 text-center">
          <Button size="small" onClick={() => void articles.fetchNextPage()} loading={articles.isFetchingNextPage}>
            {t("office-pushes.more")}
          </Button>
        </li>
      )}
    </ul>
  );
}
