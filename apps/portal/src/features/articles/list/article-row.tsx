"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { RelativeTime } from "@zhibu/ui/relative-time";
import { StatusWord } from "@zhibu/ui/status-word";
import type { ListedArticle } from "../article-data.ts";
import { ArticleStateWord } from "../article-state-word.tsx";
import { fullMomentText } from "../format-time.ts";

/** One article: title and state first, then whose and where; the whole line leads to the next step. */
export function ArticleRow({ branch, article }: { branch: string; article: ListedArticle }) {
  const t = useTranslations("article-list");
  const place = article.workState === "in_review" ? "review" : "articles";
  return (
    <li>
      <Link
        href={`/${branch}/${place}/${article.id}`}
        className="grid items-center gap-x-4 gap-y-1 px-4 py-3 hover:bg-ground md:grid-cols-[minmax(0,1fr)_auto_11rem] md:px-5"
      >
        <span className="min-w-0">
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="min-w-0 text-[15px] font-medium break-words">
              {article.title === "" ? t("untitled") : article.title}
            </span>
            {article.linkedPushId !== null && (
              <StatusWord tone="info">{t(article.linkedRequired ? "followsRequired" : "follows")}</StatusWord>
            )}
            {article.pinnedAt && <StatusWord tone="brand">{t("pinned")}</StatusWord>}
          </span>
          <span className="mt-0.5 block truncate text-[13px] text-ink-soft">
            {[article.columnName, article.writer].filter(Boolean).join(" · ")}
          </span>
        </span>
        <span className="flex flex-wrap items-center justify-between gap-x-3 md:contents">
          <ArticleStateWord visibility={article.visibility} workState={article.workState} />
          <span className="text-[13px] text-ink-soft md:text-right">
            <Moment article={article} />
          </span>
        </span>
      </Link>
    </li>
  );
}

/** The one time that says most: when it will be out, when it came out, or when it was last touched. */
function Moment({ article }: { article: ListedArticle }) {
  const t = useTranslations("article-list.moment");
  const time = (value: Date) => () => <RelativeTime value={value} />;
  if (article.workState === "scheduled" && article.scheduledAt) {
    return t("scheduled", { time: fullMomentText(article.scheduledAt) });
  }
  if (article.workState === null && article.publishedAt)
    return t.rich("published", { time: time(article.publishedAt) });
  return t.rich("updated", { time: time(article.updatedAt) });
}
