"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { EmptyState } from "@zhibu/ui/empty-state";
import { LoadingState } from "@zhibu/ui/loading-state";
import { QueryError } from "../../components/query-error.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { ArticleStateWord } from "../articles/article-state-word.tsx";
import { fullMomentText } from "../articles/format-time.ts";

/** What was taken down and why, and what readers get there today. */
export function TakeDownRows() {
  const t = useTranslations("office-take-downs.past");
  const common = useTranslations("common");
  const list = useInfiniteQuery(
    useTRPC().office.takeDowns.list.infiniteQueryOptions(
      {},
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  );
  if (list.isPending) return <LoadingState label={common("loading")} />;
  if (list.isError) return <QueryError error={list.error} onRetry={() => void list.refetch()} />;
  const items = list.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <EmptyState title={t("empty")} hint={t("emptyHint")} />;
  return (
    <>
      <ul className="divide-y divide-line border-t border-line">
        {items.map((item) => (
          <li key={item.id} className="px-4 py-3 md:px-5">
            <p className="flex flex-wrap items-center gap-2">
              <Link
                href={`/${item.branch.slug}/review/${item.articleId}`}
                className="min-w-0 font-medium break-words hover:text-brand hover:underline hover:underline-offset-4"
              >
                {item.title}
              </Link>
              <ArticleStateWord visibility={item.visibility} workState={null} />
            </p>
            <p className="mt-0.5 text-[13px] text-ink-soft">
              {item.branch.shortName} · {t("by", { name: item.actorName, at: fullMomentText(item.at) })}
            </p>
            <p className="mt-1 max-w-prose break-words whitespace-pre-wrap">{item.reason}</p>
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <div className="border-t border-line p-3 text-center">
          <Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
            {t("more")}
          </Button>
        </div>
      )}
    </>
  );
}
