import { useTranslations } from "next-intl";
import type { ListedArticle } from "@zhibu/core/articles/published/listed-article";
import { articlePath } from "./addresses.ts";
import { ReaderDay } from "./reader-time.tsx";

/** Titles with right-aligned dates. `columnNames` puts the column before the title, where a list mixes several. */
export function ArticleList({
  items,
  columnNames,
}: {
  items: readonly ListedArticle[];
  columnNames?: ReadonlyMap<string, string>;
}) {
  const t = useTranslations("reader");
  return (
    <ul className="rows">
      {items.map((item) => (
        <li key={item.no}>
          {columnNames && <span className="row-column">{columnNames.get(item.columnId)}</span>}
          <a href={articlePath(item.no)}>
            {item.pinned && <span className="pin">{t("pinned")}</span>}
            {item.title}
          </a>
          <ReaderDay at={item.publishedAt} />
        </li>
      ))}
    </ul>
  );
}
