import { useTranslations } from "next-intl";
import type { Neighbour } from "@zhibu/core/articles/published/get-published";
import { articlePath } from "./addresses.ts";

/** 上一篇 and 下一篇 of the column's list; the ends of the list say so. */
export function Neighbours({ newer, older }: { newer: Neighbour | null; older: Neighbour | null }) {
  const t = useTranslations("reader.article");
  return (
    <nav className="neighbours" aria-label={t("neighbours")}>
      <p>
        <span>{t("newer")}</span>
        {newer ? (
          <a href={articlePath(newer.no)} rel="prev">
            {newer.title}
          </a>
        ) : (
          <em>{t("first")}</em>
        )}
      </p>
      <p>
        <span>{t("older")}</span>
        {older ? (
          <a href={articlePath(older.no)} rel="next">
            {older.title}
          </a>
        ) : (
          <em>{t("last")}</em>
        )}
      </p>
    </nav>
  );
}
