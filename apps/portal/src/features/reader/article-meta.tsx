import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { PublishedArticle } from "@zhibu/core/articles/published/get-published";
import { ReaderDay, ReaderMinute } from "./reader-time.tsx";

/** A correction within a minute of the publication is the publication. */
const revisedAfterMs = 60_000;

/** 来源 · 作者 · 发布时间 · 浏览次数; the day of the event and of the last change stand beside it where they differ. */
export function ArticleMeta({ article }: { article: PublishedArticle }) {
  const t = useTranslations("reader.article");
  const { source, author, eventAt, publishedAt, revisedAt } = article;
  const revised = revisedAt.getTime() - publishedAt.getTime() > revisedAfterMs;
  return (
    <ul className="meta">
      {source && <Fact label={t("source")}>{source}</Fact>}
      {author && <Fact label={t("author")}>{author}</Fact>}
      {eventAt && (
        <Fact label={t("event")}>
          <ReaderDay at={eventAt} />
        </Fact>
      )}
      <Fact label={t("published")}>
        <ReaderMinute at={publishedAt} />
      </Fact>
      {revised && (
        <Fact label={t("revised")}>
          <ReaderMinute at={revisedAt} />
        </Fact>
      )}
      <Fact label={t("views")}>
        <img className="views" src={`/views/${article.no}.svg`} width="56" height="20" alt={t("viewsAlt")} />
      </Fact>
    </ul>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <li>
      {label}：{children}
    </li>
  );
}
